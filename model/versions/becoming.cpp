#include "model/versions/becoming.h"

#include "model/document/schema.h"

namespace groundplan {

void become(Editor& editor, const Design& wanted) {
    for (const QByteArray& bytes : wanted.assets.all())
        editor.addAsset(bytes);
    if (!(editor.design().board == wanted.board))
        editor.put(wanted.board);
    const Design before = editor.design(); // a snapshot: its tables stay while rows come and go
    forEachRowType([&]<class Row>() {
        if constexpr (!std::is_same_v<Row, Board>) {
            for (const Row* row : tableOf<Row>(wanted).sorted()) {
                const Row* present = tableOf<Row>(before).find(row->id);
                if (!present || !(*present == *row))
                    editor.put(*row);
            }
        }
    });
    forEachRowType([&]<class Row>() {
        if constexpr (!std::is_same_v<Row, Board>) {
            for (const Row* row : tableOf<Row>(before).sorted()) {
                if (!tableOf<Row>(wanted).contains(row->id))
                    editor.remove<Row>(row->id);
            }
        }
    });
}

} // namespace groundplan
