package org.kedang;

import org.kedang.database.DatabaseInitializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server: its database first, then everything else. */
@SpringBootApplication
public class KedangApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(KedangApplication.class);
        application.addInitializers(new DatabaseInitializer());
        application.run(arguments);
    }
}
