package org.anuyat.workflow.documents;

import java.awt.Color;
import java.awt.Shape;
import java.util.Map;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws {@code <object type="application/x-qr" data="…">} as one filled path in black, in the largest square that fits. */
final class QrDrawer implements FSObjectDrawer, FSObjectDrawerFactory {

    static final String TYPE = "application/x-qr";

    @Override
    public boolean isReplacedObject(Element element) {
        return TYPE.equals(element.getAttribute("type"));
    }

    @Override
    public @Nullable FSObjectDrawer createDrawer(Element element) {
        return isReplacedObject(element) ? this : null;
    }

    @Override
    public Map<Shape, String> drawObject(Element element, double x, double y, double width, double height,
            OutputDevice device, RenderingContext context, int dotsPerPixel) {
        device.setPaint(Color.BLACK);
        device.fill(QrCode.of(element.getAttribute("data")).shape(x, y, Math.min(width, height)));
        return Map.of();
    }
}
