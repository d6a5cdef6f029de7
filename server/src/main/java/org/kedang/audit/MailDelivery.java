package org.kedang.audit;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Mails the note, as text and, byte for byte, as an attachment. Needs {@code spring.mail.host}. */
@Component
class MailDelivery implements Delivery {
    private final SealingSettings settings;
    private final ObjectProvider<JavaMailSender> senders;
    private final KnownKeys keys;

    MailDelivery(
            SealingSettings settings, ObjectProvider<JavaMailSender> senders, JdbcClient jdbc) {
        this.settings = settings;
        this.senders = senders;
        this.keys = new KnownKeys(jdbc);
    }

    @Override
    public String channel() {
        return "MAIL";
    }

    @Override
    public String place() {
        return senders.getIfAvailable() == null ? "" : String.join(", ", settings.mailTo());
    }

    @Override
    public void deliver(KeptCheckpoint kept) throws IOException {
        JavaMailSender sender = senders.getObject();
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
            mail.setFrom(settings.mailFrom());
            mail.setTo(settings.mailTo().toArray(String[]::new));
            mail.setSubject(
                    "客档审计检查点 %d · Kedang audit checkpoint %d".formatted(kept.size(), kept.size()));
            mail.setText(kept.note() + key());
            mail.addAttachment(
                    "checkpoint-%d.txt".formatted(kept.size()),
                    new ByteArrayResource(kept.note().getBytes(StandardCharsets.UTF_8)),
                    // as text, mail servers would change its line ends and break the signature
                    "application/octet-stream");
            sender.send(message);
        } catch (MessagingException | MailException e) {
            throw new IOException("The mail was not taken", e);
        }
    }

    private String key() {
        return keys.findNewest()
                .map(
                        key ->
                                """

                                签名公钥 · key that signs（第 %d 代 · generation %d）
                                %s
                                """
                                        .formatted(key.generation(), key.generation(), key.vkey()))
                .orElse("");
    }
}
