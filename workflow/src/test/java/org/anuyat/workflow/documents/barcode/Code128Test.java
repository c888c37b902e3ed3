package org.anuyat.workflow.documents.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Code128Test {

    @ParameterizedTest
    @ValueSource(strings = {"A", "|099400016550100\r123456789012\r670429\r364922", "|099400016550100\rABC123\r\r0"})
    void whatIsEncodedIsRead(String payload) throws ReaderException {
        Code128 code = Code128.of(payload);
        int width = (code.width() + 2 * Code128.QUIET_ZONE) * 2;
        BufferedImage image = new BufferedImage(width, 60, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, 60);
        pen.setColor(Color.BLACK);
        pen.fill(code.shape(0, 0, width, 60));
        pen.dispose();
        int[] pixels = image.getRGB(0, 0, width, 60, null, 0, width);
        assertThat(new Code128Reader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, 60, pixels))))
                        .getText())
                .isEqualTo(payload);
    }

    @Test
    void whatCode128CannotHoldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Code128.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Code128.of("ก"));
        assertThatIllegalArgumentException().isThrownBy(() -> Code128.of("1".repeat(81)));
    }
}
