package org.anuyat.allinone.finished;

import org.anuyat.allinone.people.Applying;
import org.anuyat.allinone.people.Bank;
import org.anuyat.allinone.people.Officers;
import org.anuyat.allinone.people.Watch;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.issuance.raising.Raising;
import org.anuyat.workflow.issuance.raising.SealState;
import org.anuyat.workflow.issuance.signature.SignaturePictures;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.anuyat.workflow.submission.ApplicationState;

/** A case that ended with a permit, whose fee was paid twice, and whose approver has a signature drawn on paper. */
class PermittedCase {

    private final Applying applying;
    private final Officers officers;
    private final Bank bank;
    private final Watch watch;
    private final SignaturePictures pictures;
    private final PublicRegister register;
    private final Raising raising;
    private String number = "";
    private byte[] permit = {};

    PermittedCase(
            Applying applying,
            Officers officers,
            Bank bank,
            Watch watch,
            SignaturePictures pictures,
            PublicRegister register,
            Raising raising) {
        this.applying = applying;
        this.officers = officers;
        this.bank = bank;
        this.watch = watch;
        this.pictures = pictures;
        this.register = register;
        this.raising = raising;
    }

    /** Goes all the way, once. */
    void reach() throws Exception {
        if (!number.isEmpty()) {
            return;
        }
        pictures.enter(officers.named("nayok"), DrawnSignature.onPaper(), "signature.png", "image/png");
        Person somchai = watch.person("somchai");
        String applied = applying.apply(somchai, Applying.restaurant());
        officers.grant(applied);
        bank.pay(watch.bill(applied).qrPayload(), "TWICE", "");
        watch.reach(applied, ApplicationState.ISSUED);
        permit = watch.permit(applied, somchai);
        number = applied;
    }

    String number() {
        return number;
    }

    /** The permit as it was issued, before anything was added to its seal. */
    byte[] permit() {
        return permit.clone();
    }

    RegisterEntry entry() {
        return register.search("", null, null, 0, 1).entries().get(0);
    }

    /** Waits until the seal has what it is to have in the end. */
    void awaitRaised() {
        Watch.until(() -> raising.state(entry().number()).filter(SealState::complete).isPresent());
    }
}
