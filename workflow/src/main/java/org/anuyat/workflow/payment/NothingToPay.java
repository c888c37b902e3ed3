package org.anuyat.workflow.payment;

import java.time.Instant;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** The service is free for this application (ไม่มีค่าธรรมเนียม). */
public record NothingToPay(String applicationNumber, String agency, Actor actor, Instant at) implements Act {}
