package fi.sovittu.day;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import fi.sovittu.base.Problem;
import fi.sovittu.day.TemplateFaults.Place;
import fi.sovittu.day.TemplateNode.Mapping;
import fi.sovittu.day.TemplateNode.Nothing;
import fi.sovittu.day.TemplateNode.Property;
import fi.sovittu.day.TemplateNode.Scalar;
import fi.sovittu.day.TemplateNode.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML or JSON into a tree. A file that begins with a brace is JSON. What YAML has beyond
 * plain data (aliases, tags, several documents) is refused: aliases let a short file grow without
 * end. One use, one thread.
 */
final class TemplateParser {
  private static final JsonFactory JSON = new JsonFactory();
  private static final YAMLFactory YAML = new YAMLFactory();

  private final JsonParser parser;
  private final TemplateFaults faults;

  private TemplateParser(JsonParser parser, TemplateFaults faults) {
    this.parser = parser;
    this.faults = faults;
  }

  /**
   * The file as a tree.
   *
   * @throws Problem with the one fault that keeps the file from being read
   */
  static TemplateNode parse(String file, TemplateFaults faults) {
    String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
    checkLength(text, faults);
    checkCharacters(text, faults);
    try (JsonParser parser =
        (text.stripLeading().startsWith("{") ? JSON : YAML).createParser(text)) {
      return new TemplateParser(parser, faults).document();
    } catch (JacksonException e) {
      throw refusal(faults, line(e), TemplateFault.UNREADABLE);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
  }

  /**
   * The line to look at: where reading stopped, or, when that is the file's end, where what has no
   * end began.
   */
  private static int line(JacksonException e) {
    if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
      Mark stopped = yaml.getProblemMark();
      boolean atEnd = stopped.getPointer() >= stopped.getBuffer().length;
      Mark began = yaml.getContextMark();
      return 1 + (atEnd && began != null ? began : stopped).getLine();
    }
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }

  private static void checkLength(String text, TemplateFaults faults) {
    if (text.codePointCount(0, text.length()) > TemplateLimits.FILE) {
      throw refusal(faults, 1, TemplateFault.FILE_TOO_LONG, TemplateLimits.FILE);
    }
  }

  /**
   * Control characters and halves of surrogate pairs, which neither YAML nor the database can hold.
   */
  private static void checkCharacters(String text, TemplateFaults faults) {
    int line = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c == '\n') {
        line++;
      }
      boolean blank = c == '\n' || c == '\r' || c == '\t';
      if (TemplateText.isUnreadable(c) && !blank) {
        throw refusal(faults, line, TemplateFault.UNREADABLE_CHARACTER, TemplateText.name(c));
      }
    }
  }

  private TemplateNode document() throws IOException {
    TemplateNode root = parser.nextToken() == null ? new Nothing(1) : node(1);
    if (parser.nextToken() != null) {
      throw refusal(TemplateFault.TWO_DOCUMENTS);
    }
    return root;
  }

  /** The node whose first token is the current one. */
  private TemplateNode node(int depth) throws IOException {
    checkPlain();
    if (depth > TemplateLimits.DEPTH) {
      throw refusal(TemplateFault.TOO_DEEP, TemplateLimits.DEPTH);
    }
    int line = line();
    return switch (parser.currentToken()) {
      case START_OBJECT -> new Mapping(line, properties(depth));
      case START_ARRAY -> new Sequence(line, items(depth));
      case VALUE_NULL -> new Nothing(line);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new Scalar(line, parser.getText());
      default -> throw refusal(TemplateFault.UNREADABLE);
    };
  }

  private List<Property> properties(int depth) throws IOException {
    List<Property> properties = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      checkPlain();
      int line = line();
      String name = parser.currentName();
      parser.nextToken();
      properties.add(new Property(line, name, node(depth + 1)));
    }
    return properties;
  }

  private List<TemplateNode> items(int depth) throws IOException {
    List<TemplateNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return items;
  }

  private void checkPlain() throws IOException {
    boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    if (alias || parser.getTypeId() != null) {
      throw refusal(TemplateFault.ALIAS);
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private Problem refusal(TemplateFault fault, Object... facts) {
    return refusal(faults, line(), fault, facts);
  }

  private static Problem refusal(
      TemplateFaults faults, int line, TemplateFault fault, Object... facts) {
    faults.add(new Place("", line), fault, facts);
    return faults.problem();
  }
}
