package org.kedang.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Carries notices by mail; several that wait for the same person go out as one letter. */
@Component
class MailCourier {
    static final String CHANNEL = "MAIL";

    private final NoticeSettings settings;
    private final ObjectProvider<JavaMailSender> senders;

    MailCourier(NoticeSettings settings, ObjectProvider<JavaMailSender> senders) {
        this.settings = settings;
        this.senders = senders;
    }

    /** Whether this installation sends mail. */
    boolean isOn() {
        return settings.mailFrom() != null && senders.getIfAvailable() != null;
    }

    /**
     * @param parcels of one person
     * @throws IOException if the mail was not taken
     */
    void carry(String address, List<Parcel> parcels) throws IOException {
        JavaMailSender sender = senders.getObject();
        MimeMessage letter = sender.createMimeMessage();
        try {
            MimeMessageHelper mail = new MimeMessageHelper(letter, false, "UTF-8");
            mail.setFrom(Objects.requireNonNull(settings.mailFrom()));
            mail.setTo(address);
            mail.setSubject(subject(parcels));
            mail.setText(parcels.stream().map(this::paragraph).collect(Collectors.joining("\n\n")));
            sender.send(letter);
        } catch (MessagingException | MailException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static String reason(Exception e) {
        @Nullable String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static String subject(List<Parcel> parcels) {
        Parcel first = parcels.getFirst();
        return parcels.size() == 1
                ? "客档：" + first.title().zh()
                : "客档：%d 条通知 · %d notices".formatted(parcels.size(), parcels.size());
    }

    private String paragraph(Parcel parcel) {
        return List.of(
                        parcel.title().zh(),
                        parcel.text().zh(),
                        parcel.title().en(),
                        parcel.text().en(),
                        settings.linked(parcel.link()))
                .stream()
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
