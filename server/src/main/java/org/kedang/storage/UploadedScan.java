package org.kedang.storage;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** One small file that came as {@code multipart/form-data}, whole in memory. */
public record UploadedScan(FileName name, byte[] bytes) {
    private static final int MEGABYTES = 20;
    private static final int LARGEST = MEGABYTES << 20;

    /**
     * The first file of the request.
     *
     * @throws Problem {@code unsupported-media-type}, {@code file-too-large} above 20 MiB, {@code
     *     upload-incomplete}, {@code file-name-refused}, {@code invalid-input} if there is none
     */
    public static UploadedScan of(HttpServletRequest request) {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            throw Problem.of(
                    KernelProblem.UNSUPPORTED_MEDIA_TYPE, String.valueOf(request.getContentType()));
        }
        try {
            FileItemInput file = file(request);
            return new UploadedScan(FileName.of(file.getName()), read(file));
        } catch (IOException e) {
            throw Problem.of(StorageProblem.UPLOAD_INCOMPLETE);
        }
    }

    private static FileItemInput file(HttpServletRequest request) throws IOException {
        var upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        FileItemInputIterator parts = upload.getItemIterator(request);
        while (parts.hasNext()) {
            FileItemInput part = parts.next();
            if (!part.isFormField()) {
                return part;
            }
        }
        throw Problem.invalid("file", "required", "请选择扫描件。", "Choose the scan.");
    }

    private static byte[] read(FileItemInput file) throws IOException {
        try (InputStream body = file.getInputStream()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Problem.of(StorageProblem.FILE_TOO_LARGE, MEGABYTES);
            }
            return bytes;
        }
    }
}
