package org.kedang.docworker;

import static org.kedang.document.FindingCode.ATTACHMENT_FOUND;
import static org.kedang.document.FindingCode.DAMAGED;
import static org.kedang.document.FindingCode.PROTECTED;

import org.kedang.document.Finding;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.xml.stream.XMLStreamException;

/**
 * OFD (GB/T 33190): text of pages with their templates and annotations, custom data, attachments.
 * Read directly: the parts are few, each is counted against the limits and none may name an entity,
 * and a damaged page costs only itself.
 */
final class OfdText implements Reader {

    private final PartReader parts;

    OfdText(PartReader parts) {
        this.parts = parts;
    }

    @Override
    public void read(Paper paper, Report report, Budget budget) throws IOException {
        try (OfdPackage ofd = OfdPackage.open(paper.path(), budget)) {
            if (ofd.isEncrypted()) {
                report.found(Finding.of(PROTECTED));
                return;
            }
            Invoices invoice = new Invoices();
            List<String> roots = new ArrayList<>();
            try {
                ofd.elements(
                        "OFD.xml",
                        element -> {
                            switch (element.name()) {
                                case "Title" -> report.title(element.text());
                                case "CustomData" ->
                                        invoice.take(element.attribute("Name"), element.text());
                                case "DocRoot" -> addLocation(roots, "", element);
                                default -> {}
                            }
                        });
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
            int pages = 0;
            for (String root : roots) {
                pages += new Body(ofd, paper, report, budget, invoice).read(root);
            }
            report.pages(pages);
            invoice.finding()
                    .or(() -> Invoices.inText(report.text().text()))
                    .ifPresent(report::found);
        }
    }

    /** One document of the package. */
    private final class Body {

        private final OfdPackage ofd;
        private final Paper paper;
        private final Report report;
        private final Budget budget;
        private final Invoices invoice;
        private final Map<String, String> templates = new LinkedHashMap<>();
        private final List<String> pages = new ArrayList<>();
        private final List<String> annotations = new ArrayList<>();
        private final List<String> attachments = new ArrayList<>();
        private final List<String> damaged = new ArrayList<>();

        Body(OfdPackage ofd, Paper paper, Report report, Budget budget, Invoices invoice) {
            this.ofd = ofd;
            this.paper = paper;
            this.report = report;
            this.budget = budget;
            this.invoice = invoice;
        }

        int read(String root) throws IOException {
            attempt(root, () -> ofd.elements(root, element -> outline(root, element)));
            for (String page : pages) {
                attempt(page, () -> page(page));
            }
            for (String list : annotations) {
                attempt(list, () -> annotations(list));
            }
            for (String list : attachments) {
                attempt(list, () -> attachments(list));
            }
            if (!damaged.isEmpty()) {
                String where = damaged.stream().limit(20).collect(Collectors.joining(", "));
                report.found(Finding.of(DAMAGED, "reason", where));
            }
            return pages.size();
        }

        private void outline(String document, OfdPackage.Element element) {
            String location = OfdPackage.resolve(document, element.attribute("BaseLoc"));
            switch (element.name()) {
                case "TemplatePage" -> templates.put(element.attribute("ID"), location);
                case "Page" -> pages.add(location);
                case "Annotations" -> addLocation(annotations, document, element);
                case "Attachments" -> addLocation(attachments, document, element);
                default -> {}
            }
        }

        private void page(String page) throws IOException, XMLStreamException {
            List<String> used = new ArrayList<>();
            OfdLines lines = new OfdLines();
            ofd.elements(
                    page,
                    element -> {
                        if (element.name().equals("Template")) {
                            used.add(element.attribute("TemplateID"));
                        }
                        lines.take(element);
                    });
            for (String template : used) {
                String location = templates.get(template);
                if (location != null) {
                    attempt(location, () -> text(location));
                }
            }
            report.text().line(lines.text());
        }

        private void text(String location) throws IOException, XMLStreamException {
            OfdLines lines = new OfdLines();
            ofd.elements(location, lines::take);
            report.text().line(lines.text());
        }

        private void annotations(String list) throws IOException, XMLStreamException {
            List<String> files = new ArrayList<>();
            ofd.elements(
                    list,
                    element -> {
                        if (element.name().equals("FileLoc")) {
                            addLocation(files, list, element);
                        }
                    });
            for (String file : files) {
                attempt(file, () -> text(file));
            }
        }

        private void attachments(String list) throws IOException, XMLStreamException {
            List<String[]> found = new ArrayList<>();
            String[] name = {""};
            ofd.elements(
                    list,
                    element -> {
                        if (element.name().equals("Attachment")) {
                            name[0] = element.attribute("Name");
                        } else if (element.name().equals("FileLoc") && !element.text().isEmpty()) {
                            found.add(
                                    new String[] {
                                        name[0], OfdPackage.resolve(list, element.text())
                                    });
                        }
                    });
            for (String[] attachment : found) {
                attempt(attachment[1], () -> attachment(attachment[0], attachment[1]));
            }
        }

        private void attachment(String name, String location)
                throws IOException, XMLStreamException {
            budget.takeEntry();
            String extension = Names.extensionOf(location);
            String full =
                    name.isBlank() || Names.extensionOf(name).equals(extension)
                            ? (name.isBlank() ? location : name)
                            : name + "." + extension;
            report.entry(full, ofd.size(location));
            report.found(Finding.of(ATTACHMENT_FOUND, "name", Names.clean(full)));
            if (extension.equals("xml")) {
                ofd.elements(location, e -> invoice.take(e.name(), e.text()));
            }
            if (budget.allowsDepth(paper.depth() + 1)) {
                try (InputStream in = ofd.content(location)) {
                    parts.read(full, in, paper.depth() + 1, report, budget);
                }
            }
        }

        private void attempt(String location, Step step) throws IOException {
            budget.checkTime();
            try {
                step.run();
            } catch (XMLStreamException | IOException e) {
                if (report.text().truncated()) {
                    throw new IOException(e);
                }
                damaged.add(location);
            }
        }
    }

    private static void addLocation(
            List<String> locations, String from, OfdPackage.Element element) {
        if (!element.text().isEmpty()) {
            locations.add(OfdPackage.resolve(from, element.text()));
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException, XMLStreamException;
    }
}
