package dev.caffeinecode.code.facts;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the texts of an XML file. Entities are not expanded and nothing outside the file is ever asked for. */
public final class Xml {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_ELEMENTS = 100_000;

    /**
     * An element.
     *
     * @param path the names from the root, as {@code project/dependencies/dependency/artifactId}
     * @param text its own text
     * @param attributes as {@code Include=Newtonsoft.Json}
     * @param number which element of the file it is, in the order in which elements begin
     * @param parent the number of the element that it is in
     * @param line where its start tag ends
     */
    public record Element(String path, String text, List<String> attributes, int number, int parent, int line) {
        /** Returns the last part of the path. */
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** Returns the value of an attribute; empty if there is none. */
        public String attribute(String name) {
            return attributes.stream()
                    .filter(each -> each.startsWith(name + "="))
                    .findFirst()
                    .map(each -> each.substring(name.length() + 1))
                    .orElse("");
        }
    }

    private Xml() {}

    /** Reads a text up to where it is no longer well-formed; elements stand in the order in which they end. */
    public static List<Element> parse(String text) {
        List<Element> elements = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            try {
                read(reader, elements);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return elements; // what came before the error is still true
        }
        return elements;
    }

    /** Returns the texts of the elements in each element by their names, under its number; of a name the first. */
    public static Map<Integer, Map<String, String>> children(List<Element> elements) {
        Map<Integer, Map<String, String>> children = new HashMap<>();
        for (Element each : elements) {
            children.computeIfAbsent(each.parent(), _ -> new HashMap<>()).putIfAbsent(each.name(), each.text());
        }
        return children;
    }

    private static void read(XMLStreamReader reader, List<Element> elements) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        int number = 0;
        while (reader.hasNext() && number < MAX_ELEMENTS && open.size() < MAX_DEPTH) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                    open.addLast(new Open(
                            reader.getLocalName(),
                            new StringBuilder(),
                            attributes(reader),
                            number++,
                            Math.max(1, reader.getLocation().getLineNumber())));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getLast().text().append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String path = open.stream().map(Open::name).collect(Collectors.joining("/"));
                    Open closed = open.removeLast();
                    int parent = open.isEmpty() ? -1 : open.getLast().number();
                    elements.add(new Element(
                            path,
                            closed.text().toString().strip(),
                            closed.attributes(),
                            closed.number(),
                            parent,
                            closed.line()));
                }
                default -> {
                    // comments, declarations and references to entities say nothing
                }
            }
        }
    }

    private static List<String> attributes(XMLStreamReader reader) {
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.add(reader.getAttributeLocalName(i) + "=" + reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** An element whose end has not come. */
    private record Open(String name, StringBuilder text, List<String> attributes, int number, int line) {}
}
