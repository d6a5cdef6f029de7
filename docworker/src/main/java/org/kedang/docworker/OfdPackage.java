package org.kedang.docworker;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The ZIP package of an OFD document and its XML parts. */
final class OfdPackage implements AutoCloseable {

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final ZipFile zip;
    private final Budget budget;

    private OfdPackage(ZipFile zip, Budget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    static OfdPackage open(Path path, Budget budget) throws IOException {
        return new OfdPackage(new ZipFile(path.toFile()), budget);
    }

    /** GM/T 0099 puts the list of encrypted parts into this entry. */
    boolean isEncrypted() {
        return zip.getEntry("Encryptions.xml") != null;
    }

    /**
     * @param text character data directly inside the element
     */
    record Element(String name, Map<String, String> attributes, String text) {
        String attribute(String key) {
            return attributes.getOrDefault(key, "");
        }
    }

    /**
     * Every element of a part without its prefix: containers (elements without text) when they
     * begin, elements with text when they end.
     */
    void elements(String location, Consumer<Element> visitor)
            throws IOException, XMLStreamException {
        try (InputStream in = content(location)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            Deque<Element> open = new ArrayDeque<>();
            StringBuilder text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        open.push(new Element(xml.getLocalName(), attributes(xml), ""));
                        text.setLength(0);
                        visitor.accept(open.element());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                            text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        Element closed = open.pop();
                        if (!text.toString().isBlank()) {
                            visitor.accept(
                                    new Element(
                                            closed.name(),
                                            closed.attributes(),
                                            text.toString().strip()));
                        }
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    InputStream content(String location) throws IOException {
        return budget.counted(zip.getInputStream(entry(location)));
    }

    long size(String location) throws IOException {
        return entry(location).getSize();
    }

    private ZipEntry entry(String location) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(location);
        if (entry == null && !location.isEmpty()) {
            entry = nearest("/" + location);
        }
        if (entry == null) {
            throw new FileNotFoundException(location);
        }
        return entry;
    }

    /**
     * Some programs begin paths at the document's folder where the standard begins them at the
     * package's.
     */
    private @Nullable ZipEntry nearest(String end) {
        return zip.stream().filter(entry -> entry.getName().endsWith(end)).findFirst().orElse(null);
    }

    /** Absolute location of a path written in the part {@code from}; ST_Loc of GB/T 33190, 7.3. */
    static String resolve(String from, String written) {
        if (written.isBlank()) {
            return "";
        }
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        String path = written.startsWith("/") ? written.substring(1) : folder + written;
        String normal = Path.of(path).normalize().toString();
        return normal.startsWith("/") ? normal.substring(1) : normal;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
