package fi.sovittu.paper;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Draws {@code <object type="image/x-qr" data="…">} as a QR code (ISO/IEC 18004) of the text in
 * {@code data}, with the quiet zone of four modules. Lines, not pixels: sharp at any size.
 */
final class QrDrawer implements FSObjectDrawer, FSObjectDrawerFactory {
  static final String TYPE = "image/x-qr";

  private static final int QUIET_ZONE = 4;

  @Override
  public FSObjectDrawer createDrawer(Element element) {
    return this;
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return element.getAttribute("type").equals(TYPE);
  }

  @Override
  public Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    // Medium error correction: badges get creased.
    QrCode code = QrCode.encodeText(element.getAttribute("data"), QrCode.Ecc.MEDIUM);
    double module = Math.min(width, height) / (code.size + 2 * QUIET_ZONE);
    device.setPaint(Color.BLACK);
    device.fill(modules(code, x + QUIET_ZONE * module, y + QUIET_ZONE * module, module));
    return Map.of();
  }

  /** Neighbours in a row are one rectangle, between which no hair line shows. */
  private static Shape modules(QrCode code, double left, double top, double module) {
    Path2D path = new Path2D.Double();
    for (int row = 0; row < code.size; row++) {
      int column = 0;
      while (column < code.size) {
        int from = column;
        while (column < code.size && code.getModule(column, row)) {
          column++;
        }
        if (column > from) {
          double y = top + row * module;
          path.moveTo(left + from * module, y);
          path.lineTo(left + column * module, y);
          path.lineTo(left + column * module, y + module);
          path.lineTo(left + from * module, y + module);
          path.closePath();
        }
        column++;
      }
    }
    return path;
  }
}
