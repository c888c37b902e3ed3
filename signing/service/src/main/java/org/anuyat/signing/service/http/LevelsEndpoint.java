package org.anuyat.signing.service.http;

import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.levels.LevelState;
import org.anuyat.signing.api.levels.RenewalReport;
import org.anuyat.signing.api.levels.SealLevels;
import org.anuyat.signing.service.OnlyOverHttp;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.bind.annotation.RestController;

/** Tells over HTTP how far sealed documents have come. */
@RestController
@Fallback
@OnlyOverHttp
class LevelsEndpoint implements SealLevels, GuardedEndpoint {

    private final SealLevels levels;

    LevelsEndpoint(SealLevels levels) {
        this.levels = levels;
    }

    @Override
    public LevelState state(String key) {
        return levels.state(key);
    }

    @Override
    public SealedDocument latest(String key) {
        return levels.latest(key);
    }

    @Override
    public RenewalReport renewals(int years) {
        return levels.renewals(years);
    }
}
