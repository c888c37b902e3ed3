package org.anuyat.workflow.catalogue.form.loading;

/** A form definition that contradicts itself. */
public class BadForm extends RuntimeException {

    private final String file;
    private final String pointer;

    BadForm(String file, String pointer, String reason) {
        super(reason);
        this.file = file;
        this.pointer = pointer;
    }

    /** The file that is wrong. */
    public String file() {
        return file;
    }

    /** JSON pointer of the place that is wrong. */
    public String pointer() {
        return pointer;
    }
}
