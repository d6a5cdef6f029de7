package org.kedang.archive;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** What people do to archives. */
enum ArchiveAct implements Act {
    DOSSIER_OPENED("dossier.opened", "建立案卷", "Opened a dossier"),
    DOSSIER_ENTRUSTED("dossier.entrusted", "案卷移交", "Dossier handed over"),
    DOSSIER_READ("dossier.read", "查阅案卷", "Read a dossier"),
    DOSSIERS_LISTED("dossier.listed", "查询案卷列表", "Listed dossiers"),
    ITEM_FILED("item.filed", "归档文件", "Filed an item"),
    ITEM_READ("item.read", "查阅文件条目", "Read an item"),
    ITEM_CHANGED("item.changed", "修改文件著录", "Changed an item's description"),
    FILE_STORED("file.stored", "上传电子文件", "Stored a file"),
    FILE_VIEWED("file.viewed", "预览电子文件", "Viewed a file"),
    FILE_DOWNLOADED("file.downloaded", "下载电子文件", "Downloaded a file"),
    FILE_TEXT_READ("file.text-read", "查阅文件全文", "Read a file's text");

    private final Words words;

    ArchiveAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.ARCHIVE);
    }

    @Override
    public Words words() {
        return words;
    }
}
