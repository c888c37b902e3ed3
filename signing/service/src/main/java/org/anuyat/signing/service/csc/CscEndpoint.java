package org.anuyat.signing.service.csc;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyOverHttp;
import org.anuyat.signing.service.http.GuardedEndpoint;
import org.anuyat.signing.service.keys.AgencyKey;
import org.anuyat.signing.service.keys.SigningKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Offers the agencies' seal keys (Cloud Signature Consortium API 2.0.0.2: list, info, authorize, signHash). */
@RestController
@RequestMapping(path = Csc.PATH, produces = "application/json")
@OnlyOverHttp
class CscEndpoint implements GuardedEndpoint {

    private static final int HASH_LENGTH = 32;

    private final CscCredentials credentials;
    private final Activations activations;

    CscEndpoint(CscCredentials credentials, Activations activations) {
        this.credentials = credentials;
        this.activations = activations;
    }

    @PostMapping("/credentials/list")
    Csc.Credentials list(@RequestBody(required = false) Csc.@Nullable ListRequest request) {
        List<String> ids = credentials.ids();
        if (request == null) {
            return new Csc.Credentials(ids, null);
        }
        int most = request.maxResults() == null ? ids.size() : request.maxResults();
        if (most < 0) {
            throw CscProblem.invalid("maxResults must not be negative");
        }
        List<String> listed = ids.subList(0, Math.min(most, ids.size()));
        if (!Boolean.TRUE.equals(request.credentialInfo())) {
            return new Csc.Credentials(listed, null);
        }
        String certificates = certificates(request.certificates());
        return new Csc.Credentials(
                listed,
                listed.stream()
                        .map(id -> new Csc.Listed(id, credentials.describe(credentials.key(id), certificates)))
                        .toList());
    }

    @PostMapping("/credentials/info")
    Csc.Credential info(@RequestBody Csc.InfoRequest request) {
        return credentials.describe(key(request.credentialId()), certificates(request.certificates()));
    }

    private static String certificates(@Nullable String wanted) {
        String certificates = wanted == null ? "single" : wanted;
        if (!List.of("none", "single", "chain").contains(certificates)) {
            throw CscProblem.invalid("certificates must be none, single or chain");
        }
        return certificates;
    }

    @PostMapping("/credentials/authorize")
    Csc.Authorized authorize(@RequestBody Csc.AuthorizeRequest request) {
        AgencyKey key = key(request.credentialId());
        List<String> hashes = hashes(request.hashes(), request.hashAlgorithm());
        if (request.numSignatures() == null || request.numSignatures() != hashes.size()) {
            throw CscProblem.invalid("numSignatures must be the number of hashes");
        }
        String pin = Optional.ofNullable(request.authData()).orElse(List.of()).stream()
                .filter(data -> data != null && "PIN".equals(data.id()) && data.value() != null)
                .map(Csc.AuthData::value)
                .findFirst()
                .orElseThrow(() -> CscProblem.invalid("authData must have a value for the id PIN"));
        String sad =
                activations.authorize(String.valueOf(request.credentialId()), hashes, credentials.pin(key), pin);
        return new Csc.Authorized(sad, Activations.GOOD_FOR.toSeconds());
    }

    @PostMapping("/signatures/signHash")
    Csc.Signatures sign(@RequestBody Csc.SignRequest request) {
        AgencyKey agencyKey = key(request.credentialId());
        SigningKey key = agencyKey.key();
        List<String> hashes = hashes(request.hashes(), request.hashAlgorithm());
        boolean curve = key.algorithm().endsWith("ECDSA");
        List<String> algorithms = curve ? List.of(Csc.ECDSA_SHA256) : List.of(Csc.RSA, Csc.RSA_SHA256);
        if (!algorithms.contains(String.valueOf(request.signAlgo()))) {
            throw CscProblem.invalid("signAlgo must be one of " + algorithms);
        }
        if (!credentials.isOnDuty(agencyKey)) {
            throw CscProblem.invalid("The credential isn't in use at this time");
        }
        activations.use(String.valueOf(request.sad()), String.valueOf(request.credentialId()), hashes);
        return new Csc.Signatures(hashes.stream()
                .map(hash -> Base64.getEncoder()
                        .encodeToString(key.signHash(Base64.getDecoder().decode(hash))))
                .toList());
    }

    private AgencyKey key(@Nullable String id) {
        if (id == null) {
            throw CscProblem.invalid("credentialID is missing");
        }
        return credentials.key(id);
    }

    private static List<String> hashes(@Nullable List<String> hashes, @Nullable String algorithm) {
        if (hashes == null || hashes.isEmpty() || hashes.size() > CscCredentials.MOST_HASHES) {
            throw CscProblem.invalid("1 to " + CscCredentials.MOST_HASHES + " hashes are needed");
        }
        if (algorithm != null && !algorithm.equals(Csc.SHA256)) {
            throw CscProblem.invalid("hashAlgorithmOID must be " + Csc.SHA256);
        }
        for (String hash : hashes) {
            if (hash == null) {
                throw CscProblem.invalid("A hash must be base64");
            }
            try {
                if (Base64.getDecoder().decode(hash).length != HASH_LENGTH) {
                    throw CscProblem.invalid("A hash must have 32 bytes");
                }
            } catch (IllegalArgumentException e) {
                throw CscProblem.invalid("A hash must be base64");
            }
        }
        return List.copyOf(hashes);
    }

    @ExceptionHandler
    ResponseEntity<Csc.Problem> answer(CscProblem problem) {
        return ResponseEntity.status(problem.status())
                .body(new Csc.Problem(problem.error(), String.valueOf(problem.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Csc.Problem> answer(HttpMessageNotReadableException unreadable) {
        return ResponseEntity.badRequest().body(new Csc.Problem("invalid_request", "The request can't be read"));
    }

    @ExceptionHandler
    ResponseEntity<Csc.Problem> answer(SigningRefusal refusal) {
        String error =
                switch (refusal.problem()) {
                    case UNAUTHENTICATED -> "invalid_token";
                    case FORBIDDEN -> "insufficient_scope";
                    default -> "server_error";
                };
        return ResponseEntity.status(refusal.problem().status()).body(new Csc.Problem(error, refusal.detail()));
    }
}
