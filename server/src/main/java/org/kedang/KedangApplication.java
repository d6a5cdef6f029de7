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
        var context = application.run(arguments);
        if (context.getEnvironment().getProperty("kedang.rehearsal", Boolean.class, false)) {
            // the launcher starts the server once so that the JVM learns which classes it needs
            System.exit(SpringApplication.exit(context));
        }
    }
}
