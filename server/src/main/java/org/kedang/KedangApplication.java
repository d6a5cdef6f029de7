package org.kedang;

import org.kedang.database.DatabaseInitializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.env.Environment;

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
        tell(context.getEnvironment());
    }

    @SuppressWarnings("SystemOut") // meant for the person at the console
    private static void tell(Environment environment) {
        System.out.printf(
                "  已就绪 ready: http://127.0.0.1:%s/    停止 stop: Ctrl+C%n%n",
                environment.getProperty("local.server.port"));
    }
}
