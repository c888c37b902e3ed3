package org.anuyat.signing.api.levels;

import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Tells how far sealed documents have come and gives out their latest form. A document whose kind wants more than level B is
 * raised after it was sealed, in the background and again after failures; nobody waits for it.
 */
@HttpExchange(url = "/signing/v1", accept = "application/json")
public interface SealLevels {

    /**
     * Returns how far a document has come.
     *
     * @param key the idempotency key of the order that sealed it
     * @throws SigningRefusal {@link SigningProblem#UNKNOWN_DOCUMENT} when none was sealed under this key, or one of level B only
     */
    @GetExchange("/seals/level")
    LevelState state(@RequestParam("key") String key);

    /**
     * Returns the latest form of a document: the sealed bytes, followed by what was added since.
     *
     * @param key as above
     * @throws SigningRefusal as above
     */
    @GetExchange("/seals/latest")
    SealedDocument latest(@RequestParam("key") String key);

    /**
     * Reports what will need a new archive time stamp.
     *
     * @param years how far to look, this year being the first; 1 to 50
     */
    @GetExchange("/renewals")
    RenewalReport renewals(@RequestParam("years") int years);
}
