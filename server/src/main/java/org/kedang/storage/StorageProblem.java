package org.kedang.storage;

import org.kedang.kernel.ProblemType;

/** Why bytes are not taken or not given. */
public enum StorageProblem implements ProblemType {
    FILE_EMPTY(
            "file-empty",
            400,
            "文件“{0}”是空的（0 字节），未保存。请检查原文件后重新上传。",
            "The file \"{0}\" is empty (0 bytes); nothing was saved. Check the original and upload"
                    + " it again."),
    FILE_TOO_LARGE(
            "file-too-large",
            413,
            "文件超过上限 {0} MiB，未保存。请拆分或压缩后重新上传。",
            "The file is over the limit of {0} MiB; nothing was saved. Split or compress it, then"
                    + " upload it again."),
    UPLOAD_INCOMPLETE(
            "upload-incomplete",
            400,
            "上传中断，内容不完整，未保存。请重新上传。",
            "The upload broke off before its end; nothing was saved. Upload it again."),
    OFFSET_CONFLICT(
            "offset-conflict",
            409,
            "续传位置与服务器不一致：请先查询已收到的字节数，再从该处继续。",
            "The offset is not where the server is: ask how many bytes arrived, then go on from"
                    + " there."),
    UNSUPPORTED_TUS_VERSION(
            "unsupported-tus-version",
            412,
            "断点续传须用 tus 1.0.0（请求头 Tus-Resumable: 1.0.0）。",
            "Resumable uploads need tus 1.0.0 (header Tus-Resumable: 1.0.0)."),
    FILE_NAME_REFUSED(
            "file-name-refused",
            400,
            "文件名“{0}”不可用：不能含路径（/、\\、..）、控制字符或方向控制字符，且不超过 255 个字。请改名后重新上传。",
            "The file name \"{0}\" cannot be used: no paths (/, \\, ..), no control or direction"
                    + " characters, at most 255 characters. Rename the file and upload it again.");

    private final Words words;

    StorageProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
