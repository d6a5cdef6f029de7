package org.kedang.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.kedang.identity.SettingUp;
import org.kedang.kernel.Anyone;
import org.kedang.kernel.PlainText;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
class SetupController {
    record SetupState(boolean needed) {}

    record NewAdministrator(
            @NotNull(message = "required") SettingUp.Office role,
            @NotNull(message = "required")
                    @Pattern(regexp = PeopleController.USER_NAME, message = "user-name")
                    String userName,
            @PlainText(max = 60, required = true) String name,
            @NotNull(message = "required") @Size(max = 200, message = "too-long:200")
                    String password) {}

    record SetUp(
            @NotNull(message = "required") String code,
            @NotNull(message = "required") @Size(max = 3, message = "too-many:3")
                    List<@Valid NewAdministrator> administrators) {}

    private final SettingUp settingUp;

    SetupController(SettingUp settingUp) {
        this.settingUp = settingUp;
    }

    @Anyone
    @GetMapping("/api/setup")
    SetupState state() {
        return new SetupState(settingUp.isNeeded());
    }

    @Anyone
    @PostMapping("/api/setup")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setUp(@Valid @RequestBody SetUp request) {
        settingUp.setUp(
                request.code(),
                request.administrators().stream()
                        .map(
                                a ->
                                        new SettingUp.Administrator(
                                                a.role(), a.userName(), a.name(), a.password()))
                        .toList());
    }
}
