package org.anuyat.kit.sample;

import org.anuyat.kit.error.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Everything that can go wrong. */
@Controller
class SampleFaults {

    @GetMapping("/fails")
    String fails() {
        throw new IllegalStateException("secret detail");
    }

    @GetMapping("/fails-in-the-page")
    String failsInThePage() {
        return "sample/broken";
    }

    @GetMapping("/changed")
    String changed() {
        throw new OptimisticLockingFailureException("row 7");
    }

    @GetMapping("/refused")
    String refused() {
        throw new Refusal(HttpStatus.CONFLICT, "sample.decided", "2569/000123");
    }

    @GetMapping("/busy")
    String busy() {
        throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS);
    }

    @GetMapping("/number")
    @ResponseBody
    int number(@RequestParam int value) {
        return value;
    }

    @PostMapping("/upload")
    @ResponseBody
    String upload(@RequestParam MultipartFile file) {
        return file.getOriginalFilename();
    }

    @PostMapping("/api/things")
    @ResponseBody
    String things(@RequestBody java.util.Map<String, String> thing) {
        return thing.toString();
    }
}
