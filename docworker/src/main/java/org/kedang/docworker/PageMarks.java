package org.kedang.docworker;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Whether a page shows images, directly or inside forms: a page without text and without images is
 * just empty.
 */
final class PageMarks {

    private static final int FORMS_IN_FORMS = 4;

    private PageMarks() {}

    static boolean hasImage(PDPage page) throws IOException {
        return hasImage(page.getResources(), FORMS_IN_FORMS);
    }

    private static boolean hasImage(@Nullable PDResources resources, int depth) throws IOException {
        if (resources == null || depth == 0) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject
                    || object instanceof PDFormXObject form
                            && hasImage(form.getResources(), depth - 1)) {
                return true;
            }
        }
        return false;
    }
}
