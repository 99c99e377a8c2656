#include "model/design/recognition.h"
#include "tests/places.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace groundplan;

/// What labels of other programs' drawings mean, in words as people write them.
class TestRecognition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale::c());
        QStringList problems;
        catalogue_ = Catalogue::load({projectPath("templates/catalog")}, &problems);
        QCOMPARE(problems, QStringList());
    }

    void labels_data() {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char* label, const char* meaning, const char* shape = "box") {
            QTest::newRow(label) << QString::fromUtf8(label) << QString::fromUtf8(shape)
                                 << QString::fromUtf8(meaning);
        };
        // "title: kind, technology"
        // A product alone, or beside a noun.
        row("Kafka", "Kafka: event-stream, Kafka");
        row("Kafka topic", "Kafka topic: event-stream, Kafka");
        row("Postgres DB", "Postgres DB: database, PostgreSQL");
        row("S3 bucket", "S3 bucket: object-storage, S3");
        row("Redis cache", "Redis cache: cache, Redis");
        row("Spark job", "Spark job: batch-transform, Spark");
        row("Flink job", "Flink job: stream-transform, Flink");
        row("Flink feature job", "Flink feature job: stream-transform, Flink");
        row("Flink job: windowed features", "Flink job: windowed features: stream-transform, Flink");
        row("Feature job (Flink)", "Feature job: stream-transform, Flink");
        row("Spark feature job", "Spark feature job: feature-engineering, Spark");
        row("Airflow DAG", "Airflow DAG: orchestration, Airflow");
        row("Feast feature store", "Feast feature store: feature-store, Feast");
        row("User history (Cassandra)", "User history: database, Cassandra");
        row("User app", "User app: user-client");
        row("MLflow registry", "MLflow registry: model-registry, MLflow");
        row("Triton server", "Triton server: online-prediction, Triton");
        row("Snowflake warehouse", "Snowflake warehouse: data-warehouse, Snowflake");
        row("BigQuery tables", "BigQuery tables: data-warehouse, BigQuery");
        row("Pinecone vector DB", "Pinecone vector DB: vector-index, Pinecone");
        row("Cassandra cluster", "Cassandra cluster: database, Cassandra");
        row("Kubernetes cluster", "Kubernetes cluster: cluster, Kubernetes");
        row("Elasticsearch index", "Elasticsearch index: database, Elasticsearch");
        row("Redis queue", "Redis queue: message-queue, Redis");
        row("Lambda", "Lambda: cluster, AWS Lambda");
        row("AWS Lambda function", "AWS Lambda function: cluster, AWS Lambda");
        row("Query Lambda", "Query Lambda: cluster, AWS Lambda");
        row("Ingest\nLambda", "Ingest: ingestion, AWS Lambda");
        row("Lambda ingest", "Lambda ingest: ingestion, AWS Lambda");
        row("Cloud Functions", "Cloud Functions: cluster, Cloud Functions");
        row("Amazon Bedrock\nClaude 3 Sonnet", "Amazon Bedrock: model, Claude 3 Sonnet");
        row("AWS KMS", "AWS KMS: access-control, AWS KMS");
        row("QuickSight", "QuickSight: monitoring, QuickSight");
        row("Model Monitor", "Model Monitor: monitoring");
        row("Azure OpenAI", "Azure OpenAI: model, Azure OpenAI");
        row("Key Vault", "Key Vault: access-control, Azure Key Vault");
        row("Cloud SQL", "Cloud SQL: database, Cloud SQL");
        row("LangSmith", "LangSmith: monitoring, LangSmith");
        row("Anthropic", "Anthropic: model, Claude");
        row("Memorystore", "Memorystore: cache, Memorystore");
        row("OpenSearch Serverless\n(vector index)",
            "OpenSearch Serverless (vector index): vector-index, OpenSearch");
        row("Prometheus + Grafana", "Prometheus + Grafana: monitoring");
        row("aws_s3_bucket.training_data", "aws_s3_bucket.training_data: object-storage, S3");
        row("Kafka topic of model events", "Kafka topic of model events: event-stream, Kafka");
        row("Storm prediction model", "Storm prediction model: model");
        row("Temporal features", "Temporal features: feature-engineering");
        // A product on a line of its own.
        row("Prediction Service\nFastAPI", "Prediction Service: online-prediction, FastAPI");
        row("Virtualization\ndocker", "Virtualization: cluster, Docker");
        row("Model Monitoring\nEvidently AI", "Model Monitoring: monitoring, Evidently");
        row("Model Monitoring\n(Evidently AI)\nhourly", "Model Monitoring: monitoring, Evidently");
        row("Cloud\nPub/Sub", "Cloud Pub/Sub: event-stream, Pub/Sub");
        row("Training data\nS3", "Training data: data-source, S3");
        row("Postgres\nusers", "Postgres users: database, PostgreSQL", "cylinder");
        // Several products, as they are written.
        row("Scoring service\nFastAPI + XGBoost", "Scoring service: online-prediction, FastAPI + XGBoost");
        row("Ranker\nXGBoost + Triton", "Ranker: ranking, XGBoost + Triton");
        row("Ranker\nXGBoost+Triton", "Ranker: ranking, XGBoost+Triton");
        row("Trainer\nPyTorch, Ray", "Trainer: training, PyTorch, Ray");
        row("Trainer\nRay + PyTorch\n16×A100", "Trainer: training, Ray + PyTorch, 16×A100");
        row("Trainer\nPyTorch\n8 GPUs\nnightly", "Trainer: training, PyTorch, 8 GPUs");
        row("DLRM Training\nPyTorch · 8×A100", "DLRM Training: training, PyTorch · 8×A100");
        row("Retrieval Service\ntwo-tower, FAISS HNSW",
            "Retrieval Service: retrieval, two-tower, FAISS HNSW");
        row("Offline store\n(S3, Parquet)", "Offline store: feature-store, S3, Parquet");
        row("Model server\nvLLM on A100", "Model server: online-prediction, vLLM on A100");
        row("Mobile App\niOS / Android", "Mobile App: user-client, iOS / Android");
        row("Orders\nKafka topic of the shop", "Orders Kafka topic of the shop: event-stream, Kafka");
        row("Ranker\nS3, p99 < 50 ms", "Ranker: ranking");
        row("Ranker\nfast, small", "Ranker: ranking");
        row("Ranker\nuses views and S3", "Ranker: ranking");
        // Models are named with their versions.
        row("GPT-4o", "GPT-4o: model, GPT-4o");
        row("GPT-4.1", "GPT-4.1: model, GPT-4.1");
        row("gpt-4o-mini", "gpt-4o-mini: model, gpt-4o-mini");
        row("GPT-5", "GPT-5: model, GPT-5");
        row("GPT-4", "GPT-4: model, GPT-4");
        row("o1-mini", "o1-mini: model, o1-mini");
        row("o1", "o1: block");
        row("Claude 3.5 Sonnet", "Claude 3.5 Sonnet: model, Claude 3.5 Sonnet");
        row("Gemini 2.5 Flash", "Gemini 2.5 Flash: model, Gemini 2.5 Flash");
        row("Llama 3.1 70B", "Llama 3.1 70B: model, Llama 3.1 70B");
        row("Llama 3 70B\nvLLM on A100", "Llama 3 70B: model, vLLM on A100");
        row("LLM (GPT-4o)", "LLM: model, GPT-4o");
        row("Answer writer\nGPT-4.1 mini", "Answer writer: model, GPT-4.1 mini");
        row("OpenAI GPT-4o", "OpenAI GPT-4o: model, GPT-4o");
        row("Llama Guard 3", "Llama Guard 3: access-control, Llama Guard");
        row("Embedding Model\ntext-embedding-3-large", "Embedding Model: embedding, text-embedding-3-large");
        // No title ends where its words go on.
        row("Managed Service for\nApache Flink", "Managed Service for Apache Flink: stream-transform, Flink");
        row("Online store on\nRedis", "Online store on Redis: feature-store, Redis");
        row("Scores from\nthe model of last week, one a user and item, kept for thirty days",
            "Scores from the model of last week, one a user and item, kept for thirty days: online-prediction");
        // Several products that do not agree say nothing singly.
        row("Confluence,\nSlack, S3", "Confluence, Slack, S3: data-source");
        row("Slack, PagerDuty", "Slack, PagerDuty: alerting");
        row("Slack, S3", "Slack, S3: block");
        row("Kafka, Kinesis, S3", "Kafka, Kinesis, S3: event-stream");
        row("PostgreSQL, Redis", "PostgreSQL, Redis: database");
        // Whole words, and the noun counts.
        row("User service", "User service: block");
        row("Auth service", "Auth service: access-control");
        row("Authentication Service FastAPI", "Authentication Service FastAPI: access-control, FastAPI");
        row("Email notification", "Email notification: alerting");
        row("Docker registry", "Docker registry: model-registry, Docker");
        row("Container registry", "Container registry: model-registry");
        row("Terraform registry", "Terraform registry: block");
        row("provider[\"registry.terraform.io/hashicorp/aws\"]",
            "provider[\"registry.terraform.io/hashicorp/aws\"]: block");
        row("Cloud NAT", "Cloud NAT: block");
        row("NAT", "NAT: block");
        row("CDN", "CDN: cache, CDN");
        row("NATS", "NATS: message-queue, NATS");
        row("Model training on GPU cluster", "Model training on GPU cluster: training");
        row("Ranking with user features", "Ranking with user features: ranking");
        row("Rate of events", "Rate of events: event-stream");
        row("Train model", "Train model: training");
        row("Evaluate the model", "Evaluate the model: evaluation");
        row("Serve model", "Serve model: online-prediction");
        row("Monitor model", "Monitor model: monitoring");
        row("Score requests", "Score requests: online-prediction");
        row("Credit score", "Credit score: block");
        row("aws_sagemaker_endpoint.ranker",
            "aws_sagemaker_endpoint.ranker: online-prediction, SageMaker Endpoint");
        row("scoreboard", "scoreboard: block");
        row("under_score", "under_score: block");
        row("Load balancer", "Load balancer: load-balancer");
        row("FeatureStore", "FeatureStore: feature-store");
        row("A/B test", "A/B test: ab-test");
        row("a\"b", "a\"b: block");
        row("EventBridge", "EventBridge: event-stream, EventBridge");
        // Tables and sets of features by the layers that dbt's users name, whatever is in them.
        row("dim_users", "dim_users: data-warehouse");
        row("stg_users", "stg_users: data-warehouse");
        row("fct_orders", "fct_orders: data-warehouse");
        row("int_user_sessions", "int_user_sessions: data-warehouse");
        row("analytics.mart_revenue", "analytics.mart_revenue: data-warehouse");
        row("DIM_CUSTOMER", "DIM_CUSTOMER: data-warehouse");
        row("feat_user_7d", "feat_user_7d: feature-store");
        row("feat_user_emb", "feat_user_emb: feature-store");
        // A question is none of the things that it asks about.
        row("score > 0.9?", "score > 0.9?: block", "diamond");
        row("Model good enough?", "Model good enough?: block", "diamond");
        row("AUC > baseline?", "AUC > baseline?: block", "diamond");
        row("Offline Eval", "Offline Eval: evaluation", "diamond");
        row("Model Router", "Model Router: load-balancer", "diamond");
        row("TODO: rate limits", "TODO: rate limits: block");
        // What all of the words mean, not one of them.
        row("dbt models", "dbt models: batch-transform, dbt");
        row("Model performance dashboard", "Model performance dashboard: monitoring");
        row("Web Tracker", "Web Tracker: ingestion");
        row("CI pipeline", "CI pipeline: ci-cd");
        row("Inference API", "Inference API: online-prediction");
        row("A/B Platform", "A/B Platform: ab-test");
        row("Triton GPU", "Triton GPU: online-prediction, Triton");
        row("GPU node pool", "GPU node pool: cluster");
        // The noun at the end says what it is, and not what is in it; what runs is said by what runs.
        row("Model loader", "Model loader: ingestion");
        row("Model evaluation dashboard", "Model evaluation dashboard: monitoring");
        row("Candidate retrieval cache", "Candidate retrieval cache: cache");
        row("Case review queue", "Case review queue: human-in-the-loop");
        row("Prediction store", "Prediction store: database");
        row("Item embeddings table", "Item embeddings table: database");
        row("Label store", "Label store: human-labels");
        row("GPT-4o API", "GPT-4o API: model, GPT-4o");
        row("Claude API", "Claude API: model, Claude");
        row("Recommendation API", "Recommendation API: online-prediction");
        row("Auth API", "Auth API: access-control");
        row("User API", "User API: api-gateway");
        row("Catalog API", "Catalog API: api-gateway");
        row("Feature API", "Feature API: api-gateway");
        row("Feature computation on Spark cluster",
            "Feature computation on Spark cluster: feature-engineering, Spark");
        row("Query router", "Query router: api-gateway");
        row("Canary / shadow router", "Canary / shadow router: shadow");
        row("aws_elasticache_cluster.features", "aws_elasticache_cluster.features: cache, ElastiCache");
        row("API Application", "API Application: api-gateway");
        row("REST API", "REST API: api-gateway");
        row("Stripe API", "Stripe API: third-party-data, Stripe");
        row("Ingestion pipeline", "Ingestion pipeline: ingestion");
        row("Retraining pipeline", "Retraining pipeline: training");
        row("Feature pipeline", "Feature pipeline: feature-engineering");
        row("Order pipeline", "Order pipeline: batch-transform");
        row("Model deployment pipeline", "Model deployment pipeline: ci-cd");
        row("Transformer encoder", "Transformer encoder: model");
        row("Query encoder", "Query encoder: embedding");
        row("One-hot encoder", "One-hot encoder: feature-engineering");
        // Versions, and words in brackets, say more of it.
        row("Ranker v2 (candidate)", "Ranker v2 (candidate): ranking");
        row("Ranker v2.1", "Ranker v2.1: ranking");
        row("Features (online store)", "Features (online store): feature-store");
        // People.
        row("Analyst", "Analyst: human-in-the-loop");
        row("👤 Analyst", "👤 Analyst: human-in-the-loop");
        row("Data scientist", "Data scientist: user-client");
        row("Labeler", "Labeler: human-labels");
        row("Auto labeler", "Auto labeler: labelling");
        // Products by all their names.
        row("ECR", "ECR: model-registry, ECR");
        row("Ragas", "Ragas: evaluation, Ragas");
        row("TruLens", "TruLens: evaluation, TruLens");
        row("DataHub", "DataHub: database, DataHub");
        row("Amazon Personalize", "Amazon Personalize: model, Amazon Personalize");
        row("Personalize", "Personalize: model, Amazon Personalize");
        row("Personalize the feed", "Personalize the feed: block");
        row("Streamlit app", "Streamlit app: user-client, Streamlit");
        row("Kubeflow", "Kubeflow: orchestration, Kubeflow Pipelines");
        row("ZenML", "ZenML: orchestration, ZenML");
        row("LanceDB", "LanceDB: vector-index, LanceDB");
        row("NeMo Guardrails", "NeMo Guardrails: access-control, NeMo Guardrails");
        // Those that are plain words elsewhere.
        row("Segment", "Segment: ingestion, Segment");
        row("User segments", "User segments: user-client");
        row("Customer\nsegment", "Customer segment: user-client");
        row("Terraform", "Terraform: ci-cd, Terraform");
        // A technology is more than a word of the title.
        row("Web shop\n(Web)", "Web shop: user-client");
        row("Chargebacks", "Chargebacks: feedback");
        row("rules", "rules: baseline");
        row("Feedback\nRatings", "Feedback: feedback, Ratings");
        // A cylinder is a store.
        row("Users", "Users: user-client");
        row("Users", "Users: database", "cylinder");
        row("Predictions", "Predictions: database", "cylinder");
        row("Feature store", "Feature store: feature-store", "cylinder");
        row("Kafka", "Kafka: event-stream, Kafka", "cylinder");
        row("Orders", "Orders: database", "cylinder");
        // What it is a store of says more than the noun alone.
        row("Features", "Features: feature-engineering");
        row("Features", "Features: feature-store", "cylinder");
        row("Features\nRedis", "Features: feature-store, Redis", "cylinder");
        row("Models", "Models: model-registry", "cylinder");
        row("Events", "Events: event-stream", "cylinder");
        row("Training data", "Training data: data-source", "cylinder");
        row("Features & aggregates", "Features & aggregates: feature-store", "cylinder");
        row("Raw events", "Raw events: database", "cylinder");
        row("monitoring", "monitoring: database", "cylinder");
        row("Prometheus", "Prometheus: monitoring, Prometheus", "cylinder");
        row("Prediction logs", "Prediction logs: logging", "cylinder");
        row("Raw events", "Raw events: event-stream");
        row("Kafka events", "Kafka events: event-stream, Kafka", "cylinder");
    }
    void labels() {
        QFETCH(QString, label);
        QFETCH(QString, shape);
        const Recognition recognition(catalogue_);
        Block block;
        NotTaken notTaken;
        recognition.read({label.split(u'\n'), false, {}, shape, {}}, {}, block, notTaken);
        QString meaning = block.title + u": "_s + block.kind;
        if (!block.technology.isEmpty())
            meaning += u", "_s + block.technology;
        QTEST(meaning, "meaning");
    }

    void linesThatDescribe() {
        const Recognition recognition(catalogue_);
        const auto read = [&](const QString& label, qsizetype titleLines) {
            Block block;
            NotTaken notTaken;
            recognition.read({label.split(u'|'), false, u"tip"_s, {}, {}, titleLines}, {}, block, notTaken);
            return QStringList{block.title, block.technology, block.description};
        };
        QCOMPARE(read(u"web_search|__interrupt = before"_s, 1),
                 (QStringList{u"web_search"_s, u""_s, u"__interrupt = before\ntip"_s}));
        QCOMPARE(read(u"Ranker|XGBoost"_s, 1), (QStringList{u"Ranker"_s, u"XGBoost"_s, u"tip"_s}));
        QCOMPARE(read(u"Kafka|orders|retention|7 days"_s, 2),
                 (QStringList{u"Kafka orders"_s, u"Kafka"_s, u"retention\n7 days\ntip"_s}));
        QCOMPARE(read(u"Ranker|[Container: Go]|Ranks"_s, 2),
                 (QStringList{u"Ranker"_s, u"Go"_s, u"Ranks\ntip"_s}));
        QCOMPARE(read(u"Holidays|[External System]"_s, 0),
                 (QStringList{u"Holidays"_s, u""_s, u"External System\ntip"_s}));
        QCOMPARE(read(u"Ranker|scores"_s, 0), (QStringList{u"Ranker scores"_s, u""_s, u"tip"_s}));
        // Lists, of which the products are the technology.
        QCOMPARE(read(u"Monitoring|- Prometheus|- Evidently"_s, 0),
                 (QStringList{u"Monitoring"_s, u"Prometheus, Evidently"_s, u"tip"_s}));
        QCOMPARE(read(u"Monitoring|Prometheus|Grafana"_s, 0),
                 (QStringList{u"Monitoring"_s, u"Prometheus, Grafana"_s, u"tip"_s}));
        QCOMPARE(read(u"Model server|• canary 5%|• Triton|• autoscaling"_s, 0),
                 (QStringList{u"Model server"_s, u"Triton"_s, u"• canary 5%\n• autoscaling\ntip"_s}));
        QCOMPARE(read(u"- retrieval|- ranking"_s, 0),
                 (QStringList{u"retrieval"_s, u""_s, u"- ranking\ntip"_s}));
    }

    void titlesOfLines_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("rest");
        const auto row = [](const char* label, const char* title, const char* rest = "") {
            QTest::newRow(label) << QString::fromUtf8(title) << QString::fromUtf8(rest);
        };
        // "technology|kind|description"
        row("Ranker|XGBoost|p99: 20ms", "Ranker", "XGBoost|ranking|p99: 20ms");
        row("Inference API|FastAPI · 3 replicas|p95: 40ms", "Inference API",
            "FastAPI · 3 replicas|online-prediction|p95: 40ms");
        row("Retrieval|Top 500|FAISS", "Retrieval", "FAISS|retrieval|Top 500");
        row("User Service|Go|port 8080", "User Service", "|block|Go\nport 8080");
        row("User Service|handles logins", "User Service", "|block|handles logins");
        row("Orders DB|PostgreSQL 15|(sharded)", "Orders DB", "PostgreSQL 15|database|(sharded)");
        row("Application Load Balancer|TLS termination", "Application Load Balancer",
            "|load-balancer|TLS termination");
        row("Aurora PostgreSQL|user profiles", "Aurora PostgreSQL", "|database|user profiles");
        row("Router|10% canary", "Router", "|api-gateway|10% canary");
        row("Ranker|~20 ms", "Ranker", "|ranking|~20 ms");
        row("Candidate generation|Two-tower|500 items|Milvus", "Candidate generation",
            "Milvus|retrieval|Two-tower\n500 items");
        // Broken for the drawing only.
        row("Feature|store", "Feature store", "|feature-store|");
        row("Model|Registry", "Model Registry", "|model-registry|");
        row("Model|Registry|MLflow", "Model Registry", "MLflow|model-registry|");
        row("Candidate|generation", "Candidate generation", "|retrieval|");
        row("Candidate|generation|Top 500", "Candidate generation", "|retrieval|Top 500");
        row("Online|feature store", "Online feature store", "|feature-store|");
        row("Inventory|Management|System", "Inventory Management System", "|block|");
        row("Data|quality|checks", "Data quality checks", "|data-validation|");
        row("Payment|Service|Stripe API", "Payment Service", "|third-party-data|Stripe API");
        row("User|profile store|(DynamoDB)", "User profile store", "DynamoDB|database|");
        row("Rank items|by score", "Rank items by score", "|ranking|");
        row("Ranker|v2", "Ranker v2", "|ranking|");
    }
    void titlesOfLines() {
        QFETCH(QString, rest);
        const Recognition recognition(catalogue_);
        Block block;
        NotTaken notTaken;
        recognition.read({QString::fromUtf8(QTest::currentDataTag()).split(u'|'), false, {}, {}, {}}, {},
                         block, notTaken);
        QTEST(block.title, "title");
        QCOMPARE(QStringList({block.technology, block.kind, block.description}).join(u'|'), rest);
    }

    void icons() {
        const Recognition recognition(catalogue_);
        QCOMPARE(recognition.technologyOfIcon(u"mxgraph.aws4.kinesis_data_streams"_s), u"Kinesis"_s);
        QCOMPARE(recognition.technologyOfIcon(u"aws/Analytics/Amazon-Kinesis.svg"_s), u"Kinesis"_s);
        QCOMPARE(recognition.technologyOfIcon(u"aws4.lambda_function"_s), u"AWS Lambda"_s);
        QCOMPARE(recognition.technologyOfIcon(u"fa:fa-database"_s), QString());
        QCOMPARE(recognition.technologyOfIcon(u"web"_s), QString()); // an id, too, may be asked
        QCOMPARE(recognition.technologyOfIcon(u"rules"_s), QString());
        QCOMPARE(recognition.kindOf(u"mxgraph.aws4.kinesis_data_streams"_s)->name, u"event-stream"_s);
    }

    void iconsAgainstWords_data() {
        QTest::addColumn<QString>("icon");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* label, const char* icon, const char* kind) {
            QTest::newRow(label) << QString::fromUtf8(icon) << QString::fromUtf8(kind);
        };
        row("events store", "simple-storage-service-s3", "object-storage");
        row("Amazon S3\nfeature data", "s3", "object-storage");
        row("worker1", "elastic-container-service", "cluster");
        row("event queue", "simple-queue-service-sqs", "message-queue");
        row("analytics", "Arch_Amazon-Redshift_64", "data-warehouse");
        row("Model files", "blob-storage", "object-storage");
        // What is said surely stays.
        row("Training data", "s3", "data-source");
        row("Feature store", "redis", "feature-store");
        row("Prediction service", "elastic-container-service", "online-prediction");
        row("Inference", "lambda", "online-prediction");
        row("Query", "lambda", "cluster");
        row("Ask the documents", "bedrock", "model");
        row("Kafka topic", "s3", "event-stream");
        row("Model registry", "s3", "model-registry");
        row("Ranker endpoint", "sagemaker", "online-prediction");
        row("Model Monitor", "sagemaker", "monitoring");
        // Names of other things than icons.
        row("Training", "train_with_spark", "training");
    }
    void iconsAgainstWords() {
        QFETCH(QString, icon);
        const Recognition recognition(catalogue_);
        Block block;
        NotTaken notTaken;
        recognition.read({QString::fromUtf8(QTest::currentDataTag()).split(u'\n'), false, {}, {}, {icon}}, {},
                         block, notTaken);
        QTEST(block.kind, "kind");
    }
    void iconsOfMakers() {
        const Recognition recognition(catalogue_);
        const QList<std::pair<QString, QString>> icons{{u"simple-storage-service-s3"_s, u"S3"_s},
                                                       {u"simple-queue-service-sqs"_s, u"SQS"_s},
                                                       {u"elastic-container-service"_s, u"ECS"_s},
                                                       {u"elastic_container_registry"_s, u"ECR"_s},
                                                       {u"simple-notification-service-sns-topic"_s, u"SNS"_s},
                                                       {u"redshift"_s, u"Redshift"_s},
                                                       {u"fargate"_s, u"Fargate"_s},
                                                       {u"cosmos-db"_s, u"Cosmos DB"_s},
                                                       {u"kubernetes-engine"_s, u"GKE"_s},
                                                       {u"data-factory"_s, u"Azure Data Factory"_s},
                                                       {u"bedrock"_s, u"Amazon Bedrock"_s},
                                                       {u"key_management_service"_s, u"AWS KMS"_s},
                                                       {u"Key_Vaults"_s, u"Azure Key Vault"_s},
                                                       {u"cloud functions"_s, u"Cloud Functions"_s},
                                                       {u"cloudwatch_2"_s, u"CloudWatch"_s},
                                                       {u"quicksight"_s, u"QuickSight"_s},
                                                       {u"Cache_Redis"_s, u"Redis"_s}};
        for (const auto& [icon, technology] : icons)
            QCOMPARE(recognition.technologyOfIcon(icon), technology);
    }

private:
    Catalogue catalogue_;
};

QTEST_GUILESS_MAIN(TestRecognition)
#include "test_recognition.moc"
