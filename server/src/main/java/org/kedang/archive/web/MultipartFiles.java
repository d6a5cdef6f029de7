package org.kedang.archive.web;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadFileCountLimitException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.kedang.archive.ReceivedFile;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.storage.FileName;
import org.kedang.storage.StorageProblem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The files of a multipart request (RFC 7578), streamed one after the other. */
final class MultipartFiles implements AutoCloseable {
    private static final int MOST_FILES = 500;
    private static final int LONGEST_HEADER = 8 * 1024;

    private final List<ReceivedFile> files = new ArrayList<>();

    private MultipartFiles() {}

    /**
     * Receives all files of the request; if any of them is refused, none is left behind.
     *
     * @param receive takes in one file
     * @throws Problem {@code unsupported-media-type}, {@code invalid-input} if there is no file,
     *     {@code upload-incomplete} if the request breaks off, {@code file-name-refused}, and what
     *     {@code receive} refuses
     */
    static MultipartFiles receive(
            HttpServletRequest request, BiFunction<FileName, InputStream, ReceivedFile> receive) {
        MultipartFiles received = new MultipartFiles();
        boolean done = false;
        try {
            received.receiveAll(parts(request), receive);
            done = true;
            return received;
        } catch (FileUploadFileCountLimitException e) {
            throw Problem.invalid(
                    "file", "too-many", "一次最多 500 个文件。", "At most 500 files at a time.");
        } catch (IOException e) {
            throw Problem.of(StorageProblem.UPLOAD_INCOMPLETE);
        } finally {
            if (!done) {
                received.close();
            }
        }
    }

    List<ReceivedFile> files() {
        return files;
    }

    @Override
    public void close() {
        files.forEach(ReceivedFile::close);
    }

    private static FileItemInputIterator parts(HttpServletRequest request) throws IOException {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            throw Problem.of(
                    KernelProblem.UNSUPPORTED_MEDIA_TYPE, String.valueOf(request.getContentType()));
        }
        var upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        upload.setMaxFileCount(MOST_FILES);
        upload.setMaxPartHeaderSize(LONGEST_HEADER);
        return upload.getItemIterator(request);
    }

    private void receiveAll(
            FileItemInputIterator parts, BiFunction<FileName, InputStream, ReceivedFile> receive)
            throws IOException {
        while (parts.hasNext()) {
            FileItemInput part = parts.next();
            if (!part.isFormField()) {
                try (InputStream bytes = part.getInputStream()) {
                    files.add(receive.apply(name(part), bytes));
                }
            }
        }
        if (files.isEmpty()) {
            throw Problem.invalid("file", "required", "请选择要上传的文件。", "Choose the file to upload.");
        }
    }

    private static FileName name(FileItemInput part) {
        try {
            return FileName.of(part.getName());
        } catch (InvalidPathException e) {
            return FileName.of(e.getInput());
        }
    }
}
