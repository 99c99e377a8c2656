#include "tests/model/sketch/meaning_text.h"
#include "tests/places.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// What people of the field mean by the words and products that they type in an interview.
class TestFieldWords : public QObject {
    Q_OBJECT

    const Catalogue catalogue_ = Catalogue::load({projectPath("templates/catalog")});
    const WordMatcher matcher_{catalogue_, u"en"_s};

private Q_SLOTS:
    void mean_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("expected"); // kind(product)"own title"
        const auto row = [](const char* words, const char* expected) {
            QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(expected);
        };
        // Words that a beginning or a product used to catch.
        row("vector", "vector-index");
        row("vectors", "vector-index");
        row("logs", "logging\"Logs\"");
        row("log", "logging");
        row("sql", "database\"SQL\"");
        row("elasticsearch", "database(Elasticsearch)");
        row("postgres", "database(PostgreSQL)");
        row("batch", "batch-transform");
        row("gw", "api-gateway");
        row("api gw", "api-gateway");
        // Short for a product.
        row("pg", "database(PostgreSQL)");
        row("k8s", "cluster(Kubernetes)");
        row("es", "database(Elasticsearch)");
        row("tf", "training(TensorFlow)");
        row("sklearn", "training(scikit-learn)");
        row("gcs", "object-storage(GCS)");
        row("bq", "data-warehouse(BigQuery)");
        row("wandb", "experiment-tracking(Weights & Biases)");
        row("w&b", "experiment-tracking(Weights & Biases)");
        row("sagemaker", "training(SageMaker)");
        row("mongo", "database(MongoDB)");
        row("dynamo", "database(DynamoDB)");
        row("pubsub", "event-stream(Pub/Sub)");
        row("torch", "training(PyTorch)");
        row("xgb", "model(XGBoost)");
        row("kfp", "orchestration(Kubeflow Pipelines)");
        row("otel", "logging(OpenTelemetry)");
        row("prom", "monitoring(Prometheus)");
        row("onnx", "edge-device(ONNX Runtime)");
        row("tfdv", "data-validation(TensorFlow Data Validation)");
        row("mturk", "human-labels(Mechanical Turk)");
        row("nats", "message-queue(NATS)");
        row("memcache", "cache(Memcached)");
        row("ml flow", "experiment-tracking(MLflow)");
        row("apache kafka", "event-stream(Kafka)");
        row("amazon s3", "object-storage(S3)");
        row("gcp cloud storage", "object-storage(GCS)");
        row("google cloud ai platform", "training(Vertex AI)");
        // Abbreviations.
        row("llm", "model\"LLM\"");
        row("etl", "batch-transform\"ETL\"");
        row("rag", "retrieval\"RAG\"");
        row("gpu", "cluster\"GPU\"");
        row("gpus", "cluster\"GPUs\"");
        row("dwh", "data-warehouse");
        row("cdc", "event-stream\"CDC\"");
        row("api", "api-gateway\"API\"");
        row("db", "database");
        row("ann", "vector-index\"ANN\"");
        row("knn", "vector-index\"kNN\"");
        row("ci", "ci-cd\"CI\"");
        row("bi", "block\"BI\"");
        row("ml", "block\"ML\"");
        row("pii", "access-control\"PII\"");
        row("iot", "data-source\"IoT\"");
        row("cnn", "model\"CNN\"");
        row("lstm", "model(LSTM)");
        row("dag", "orchestration\"DAG\"");
        row("elk", "logging\"ELK\"");
        row("nosql", "database\"NoSQL\"");
        row("ocr", "model\"OCR\"");
        row("hpo", "tuning\"HPO\"");
        row("ab", "ab-test");
        row("ci/cd", "ci-cd");
        // Products of the reference.
        row("kafka", "event-stream(Kafka)");
        row("flume", "ingestion(Flume)");
        row("kinesis", "event-stream(Kinesis)");
        row("pub/sub", "event-stream(Pub/Sub)");
        row("debezium", "ingestion(Debezium)");
        row("s3", "object-storage(S3)");
        row("azure blob", "object-storage(Azure Blob Storage)");
        row("mysql", "database(MySQL)");
        row("oracle", "database(Oracle)");
        row("cassandra", "database(Cassandra)");
        row("dynamodb", "database(DynamoDB)");
        row("redis", "cache(Redis)");
        row("bigquery", "data-warehouse(BigQuery)");
        row("snowflake", "data-warehouse(Snowflake)");
        row("iceberg", "object-storage(Iceberg)");
        row("delta", "object-storage(Delta Lake)");
        row("faiss", "vector-index(FAISS)");
        row("hnsw", "vector-index(HNSW)");
        row("milvus", "vector-index(Milvus)");
        row("dvc", "data-versioning(DVC)");
        row("pachyderm", "data-versioning(Pachyderm)");
        row("lakefs", "data-versioning(lakeFS)");
        row("spark", "batch-transform(Spark)");
        row("flink", "stream-transform(Flink)");
        row("beam", "batch-transform(Beam)");
        row("tensorflow transform", "feature-engineering(TensorFlow Transform)");
        row("dbt", "batch-transform(dbt)");
        row("airflow", "orchestration(Airflow)");
        row("kubeflow", "orchestration(Kubeflow Pipelines)");
        row("prefect", "orchestration(Prefect)");
        row("kubernetes", "cluster(Kubernetes)");
        row("feast", "feature-store(Feast)");
        row("hopsworks", "feature-store(Hopsworks)");
        row("tecton", "feature-store(Tecton)");
        row("scikit-learn", "training(scikit-learn)");
        row("xgboost", "model(XGBoost)");
        row("lightgbm", "model(LightGBM)");
        row("pytorch", "training(PyTorch)");
        row("tensorflow", "training(TensorFlow)");
        row("keras", "training(Keras)");
        row("h2o", "training(H2O)");
        row("spark mllib", "training(Spark MLlib)");
        row("optuna", "tuning(Optuna)");
        row("ray tune", "tuning(Ray Tune)");
        row("mlflow", "experiment-tracking(MLflow)");
        row("triton", "online-prediction(Triton)");
        row("torchserve", "online-prediction(TorchServe)");
        row("tensorflow serving", "online-prediction(TensorFlow Serving)");
        row("bentoml", "online-prediction(BentoML)");
        row("flask", "online-prediction(Flask)");
        row("fastapi", "online-prediction(FastAPI)");
        row("vllm", "online-prediction(vLLM)");
        row("tflite", "edge-device(TFLite)");
        row("core ml", "edge-device(Core ML)");
        row("circleci", "ci-cd(CircleCI)");
        row("travis ci", "ci-cd(Travis CI)");
        row("github actions", "ci-cd(GitHub Actions)");
        row("jenkins", "ci-cd(Jenkins)");
        row("logstash", "logging(Logstash)");
        row("kibana", "logging(Kibana)");
        row("splunk", "logging(Splunk)");
        row("prometheus", "monitoring(Prometheus)");
        row("grafana", "monitoring(Grafana)");
        row("evidently", "monitoring(Evidently)");
        // Words of an interview.
        row("user", "user-client\"User\"");
        row("client", "user-client");
        row("app", "user-client\"App\"");
        row("browser", "user-client\"Browser\"");
        row("load balancer", "load-balancer");
        row("rate limiter", "api-gateway\"Rate limiter\"");
        row("gateway", "api-gateway");
        row("queue", "message-queue");
        row("cdn", "cache(CDN)");
        row("cache", "cache");
        row("database", "database");
        row("data lake", "object-storage\"Data lake\"");
        row("warehouse", "data-warehouse");
        row("bucket", "object-storage\"Bucket\"");
        row("events", "event-stream\"Events\"");
        row("clicks", "event-stream\"Clicks\"");
        row("topic", "event-stream\"Topic\"");
        row("orders", "block\"Orders\"");
        row("item", "block\"Item\"");
        row("video", "block\"Video\"");
        row("videos", "block\"Videos\"");
        row("documents", "block\"Documents\"");
        row("labels", "human-labels");
        row("annotation", "labelling\"Annotation\"");
        row("weak supervision", "labelling\"Weak supervision\"");
        row("active learning", "labelling(Active learning)");
        row("sampling", "sampling");
        row("features", "feature-engineering\"Features\"");
        row("feature store", "feature-store");
        row("embeddings", "embedding");
        row("two tower", "embedding(Two towers)");
        row("candidates", "retrieval\"Candidates\"");
        row("ranker", "ranking\"Ranker\"");
        row("reranker", "ranking\"Reranker\"");
        row("model", "model");
        row("classifier", "model\"Classifier\"");
        row("training", "training");
        row("retraining", "retraining-trigger\"Retraining\"");
        row("evaluation", "evaluation");
        row("metrics", "evaluation\"Metrics\"");
        row("registry", "model-registry");
        row("serving", "online-prediction\"Serving\"");
        row("inference", "online-prediction\"Inference\"");
        row("batch scoring", "batch-prediction\"Batch scoring\"");
        row("monitoring", "monitoring");
        row("drift", "monitoring\"Drift\"");
        row("alerts", "alerting\"Alerts\"");
        row("dashboard", "monitoring\"Dashboard\"");
        row("a/b test", "ab-test");
        row("shadow", "shadow");
        row("canary", "canary");
        row("interleaving", "ab-test(Interleaving)");
        row("bandit", "ab-test(Bandit)");
        row("quantization", "model-compression\"Quantization\"");
        row("pruning", "model-compression(Pruning)");
        row("distillation", "model-compression(Distillation)");
        row("human review", "human-in-the-loop\"Human review\"");
        row("guardrails", "access-control\"Guardrails\"");
        row("scheduler", "orchestration\"Scheduler\"");
        row("docker", "cluster(Docker)");
        row("data", "data-source");
        row("rules", "baseline(Rules)");
        row("most popular", "baseline(Most popular)");
        row("logistic regression", "model(Logistic regression)");
        row("random forest", "model(Random forest)");
        row("search", "retrieval\"Search\"");
        row("index", "vector-index");
        row("recommender", "model\"Recommender\"");
        // A product and more words.
        row("redis cache", "cache(Redis)\"Redis cache\"");
        row("kafka cluster", "event-stream(Kafka)");
        row("s3 bucket", "object-storage(S3)\"S3 bucket\"");
        row("spark job", "batch-transform\"Spark job\"");
        row("mlflow registry", "model-registry(MLflow)\"MLflow registry\"");
        row("api service", "api-gateway\"API service\"");
        row("llm judge", "model\"LLM judge\"");
    }
    void mean() {
        QFETCH(QString, words);
        QFETCH(QString, expected);
        QCOMPARE(shown(matcher_.meaningOf(words)), expected);
        // The list, from which the next block is chosen, begins with the same.
        const QList<Meaning> offered = matcher_.meanings(words, 8);
        if (!expected.startsWith(u"block"_s) && !words.contains(u' '))
            QCOMPARE(shown(offered.value(0)), expected);
    }

    void everyProductMeansItself() {
        QVERIFY(catalogue_.products().size() >= 150);
        QHash<QString, QString> seen;
        for (const UsualProduct& product : catalogue_.products()) {
            for (const QString& typed : QStringList(product.name) + product.aliases) {
                const QString key = Phrase(typed).together;
                QVERIFY2(!seen.contains(key) || seen.value(key) == product.name, qPrintable(typed));
                seen.insert(key, product.name);
                const Meaning meaning = matcher_.meaningOf(typed);
                QVERIFY2(meaning.kind == product.kind && meaning.technology == product.name,
                         qPrintable(typed));
                QVERIFY2(meaning.title.isEmpty(), qPrintable(typed));
                if (typed == u"w&b"_s) // two letters say nothing in a drawing by others
                    continue;
                const Kind* guessed = catalogue_.guess(typed);
                QVERIFY2(guessed && guessed->name == product.kind, qPrintable(typed));
            }
        }
    }

    void everyTechnologyOfTheCatalogueIsFound() {
        for (const Kind& kind : catalogue_.kinds()) {
            for (const QString& technology : kind.technologies) {
                const Meaning meaning = matcher_.meaningOf(technology);
                const bool product = meaning.technology == technology;
                // Where it is another kind's synonym ("SQL"), the synonym is meant, under that name.
                QVERIFY2(product || meaning.kind != u"block"_s, qPrintable(technology));
            }
        }
    }

    void titlesAreWrittenAsTheFieldWritesThem_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* words, const char* title) {
            QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(title);
        };
        row("click log", "Click log");
        row("llm", "LLM");
        row("our etl job", "Our ETL job");
        row("api keys", "API keys");
        row("GPU pool", "GPU pool");
        row("two gpus", "Two GPUs");
        row("k8s nodes", "K8s nodes");
        row("a/b results", "A/B results");
        row("grpc server", "gRPC server");
        row("pytorch code", "PyTorch code");
        row("iPhone", "iPhone");
        row("\u00e9cole", "\u00c9cole");
        row("gas", "Gas");
        row("", "");
    }
    void titlesAreWrittenAsTheFieldWritesThem() {
        QFETCH(QString, words);
        QTEST(titleFrom(words, catalogue_), "title");
    }
};

QTEST_GUILESS_MAIN(TestFieldWords)
#include "test_field_words.moc"
