package org.anuyat.workflow.issuance.sealing;

import java.util.Optional;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.levels.LevelState;
import org.anuyat.signing.api.levels.SealLevels;
import org.anuyat.workflow.issuance.raising.SealProgress;
import org.springframework.stereotype.Component;

/** Speaks {@code signing-api}. */
@Component
class ProgressBySigningService implements SealProgress {

    private final SealLevels levels;

    ProgressBySigningService(SealLevels levels) {
        this.levels = levels;
    }

    @Override
    public Optional<Progress> of(String key) {
        try {
            LevelState state = levels.state(key);
            return Optional.of(new Progress(
                    state.wanted().name(),
                    state.reached().name(),
                    state.version(),
                    state.sha256(),
                    state.problem(),
                    state.stampEnds()));
        } catch (SigningRefusal refusal) {
            if (refusal.problem() == SigningProblem.UNKNOWN_DOCUMENT) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    @Override
    public byte[] latest(String key) {
        return levels.latest(key).pdf();
    }
}
