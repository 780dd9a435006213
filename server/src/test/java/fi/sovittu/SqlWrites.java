package fi.sovittu;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What SQL in the string literals of Java sources writes. From whatever a statement is put
 * together, the verb and the name of the table that it writes stand in one literal.
 */
final class SqlWrites {
  /** No table is named after "for update" and "do update"; "update of" is English or a lock. */
  private static final Pattern WRITE =
      Pattern.compile(
          "(?<!\\bfor |\\bdo |\\bkey )\\b(insert into|update|delete from|merge into|truncate(?:"
              + " table)?) +(?!of\\b)(?:only +)?([a-z_]*)");

  /**
   * @param where file and line
   * @param table empty when the literal does not name it
   */
  record Write(String inPackage, String where, String verb, String table) {}

  private SqlWrites() {}

  /** The tables that a literal writes, in its order. */
  static List<String> tables(String literal) {
    return in(literal).results().map(write -> write.group(2)).toList();
  }

  private static Matcher in(String literal) {
    return WRITE.matcher(literal.toLowerCase(Locale.ROOT).replaceAll("\\s", " "));
  }

  /** The writes in all sources below a directory. */
  static List<Write> below(Path sources) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Write> writes = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Literals(trees, unit, writes).scan(unit, null);
      }
    }
    return writes;
  }

  private static final class Literals extends TreeScanner<Void, Void> {
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final List<Write> writes;

    Literals(Trees trees, CompilationUnitTree unit, List<Write> writes) {
      this.trees = trees;
      this.unit = unit;
      this.writes = writes;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      if (literal.getKind() == Tree.Kind.STRING_LITERAL) {
        String text = (String) literal.getValue();
        in(text)
            .results()
            .forEach(write ->
                writes.add(
                    new Write(
                        unit.getPackageName().toString(),
                        unit.getSourceFile().getName() + ":" + line(literal, text, write.start()),
                        write.group(1),
                        write.group(2))));
      }
      return null;
    }

    /** A text block begins on the line after its quotes. */
    private long line(LiteralTree literal, String text, int at) {
      long start = trees.getSourcePositions().getStartPosition(unit, literal);
      long above = text.substring(0, at).chars().filter(c -> c == '\n').count();
      boolean isBlock = text.indexOf('\n') >= 0;
      return unit.getLineMap().getLineNumber(start) + above + (isBlock ? 1 : 0);
    }
  }
}
