package fi.sovittu.day;

import java.util.List;

/**
 * A part of a template file before it has a meaning, with the line (from 1) where it begins.
 * Immutable.
 */
sealed interface TemplateNode {
  int line();

  /** A text, a number, true or false: as it was written. */
  record Scalar(int line, String text) implements TemplateNode {}

  /** Nothing: an empty value, {@code ~} or {@code null}. */
  record Nothing(int line) implements TemplateNode {}

  record Sequence(int line, List<TemplateNode> items) implements TemplateNode {}

  /** Properties in the file's order, repeated names included. */
  record Mapping(int line, List<Property> properties) implements TemplateNode {}

  record Property(int line, String name, TemplateNode value) {}
}
