package org.anuyat.workflow.documents;

import java.awt.Color;
import java.awt.Shape;
import java.util.Map;
import java.util.Set;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import org.anuyat.workflow.documents.DocumentException.Code;
import org.anuyat.workflow.documents.barcode.Code128;
import org.anuyat.workflow.documents.barcode.QrCode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Draws {@code <object type="application/x-qr" data="…">} and {@code <object type="application/x-code128" data="…">} as one filled path in
 * black: the first in the largest square that fits, the second over its whole box.
 */
final class CodeDrawer implements FSObjectDrawer, FSObjectDrawerFactory {

    static final Set<String> TYPES = Set.of("application/x-qr", "application/x-code128");

    @Override
    public boolean isReplacedObject(Element element) {
        return TYPES.contains(element.getAttribute("type"));
    }

    @Override
    public @Nullable FSObjectDrawer createDrawer(Element element) {
        return isReplacedObject(element) ? this : null;
    }

    @Override
    public Map<Shape, String> drawObject(Element element, double x, double y, double width, double height,
            OutputDevice device, RenderingContext context, int dotsPerPixel) {
        String data = element.getAttribute("data");
        device.setPaint(Color.BLACK);
        try {
            device.fill(element.getAttribute("type").equals("application/x-qr")
                    ? QrCode.of(data).shape(x, y, Math.min(width, height))
                    : Code128.of(data).shape(x, y, width, height));
        } catch (IllegalArgumentException e) {
            throw new DocumentException(Code.TEMPLATE, String.valueOf(e.getMessage()), e);
        }
        return Map.of();
    }
}
