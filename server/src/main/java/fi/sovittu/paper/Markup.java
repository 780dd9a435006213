package fi.sovittu.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** XHTML to be printed. Texts go in as they are and come out as texts. One thread at a time. */
public final class Markup {
  private final Typeface typeface;
  private final StringBuilder html = new StringBuilder();

  /**
   * @param title the document's name
   * @param style CSS
   */
  public Markup(Typeface typeface, Locale language, String title, String style) {
    this.typeface = typeface;
    tag("<html lang=\"" + language.getLanguage() + "\"><head><title>")
        .text(title)
        .tag("</title><style>");
    tag("* { margin: 0; padding: 0 } body { font-family: '" + Typeface.FAMILY + "'; color: #000 }");
    tag(style).tag("</style></head><body>");
  }

  /** Our own markup. */
  public Markup tag(String markup) {
    html.append(markup);
    return this;
  }

  /** Anybody's text. */
  Markup text(String text) {
    html.append(escaped(typeface.printable(text)));
    return this;
  }

  /** A text in an element of its own. */
  public Markup element(String name, String text) {
    return tag("<" + name + ">").text(text).tag("</" + name + ">");
  }

  /**
   * @param style CSS with the code's width and height
   */
  public Markup qr(String content, String style) {
    return tag(
        "<object type=\"%s\" data=\"%s\" style=\"%s\"></object>"
            .formatted(QrDrawer.TYPE, escaped(content), style));
  }

  /** A text as it may stand in markup, also in an attribute. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Prints; nothing is fetched from anywhere. */
  public byte[] pdf() {
    // It would tell of every file on the standard error.
    XRLog.setLoggingEnabled(false);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .withHtmlContent(html + "</body></html>", null)
          .withProducer("Sovittu")
          .useFont(Typeface::file, Typeface.FAMILY)
          .useObjectDrawerFactory(new QrDrawer())
          .useUriResolver((base, uri) -> null)
          .toStream(pdf)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }
}
