package org.anuyat.journeys.running;

/** With what somebody visits the service. */
public enum Device {
    DESK(1280, 900, true),
    PHONE(360, 740, true),
    PHONE_WITHOUT_SCRIPT(360, 740, false);

    final int width;
    final int height;
    final boolean script;

    Device(int width, int height, boolean script) {
        this.width = width;
        this.height = height;
        this.script = script;
    }
}
