package io.subsidyrules.cli.rulebook;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * The system as Git sees it, without the settings of the user and of the computer, which reading a revision does not
 * need: none are read, and none are written.
 */
final class NoSettings extends SystemReader.Delegate {

    NoSettings(SystemReader system) {
        super(system);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config base, FS files) {
        return new Nothing(base, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config base, FS files) {
        return new Nothing(base, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config base, FS files) {
        return new Nothing(base, files);
    }

    @Override
    public StoredConfig getUserConfig() {
        return openUserConfig(null, FS.DETECTED);
    }

    @Override
    public StoredConfig getSystemConfig() {
        return openSystemConfig(null, FS.DETECTED);
    }

    @Override
    public StoredConfig getJGitConfig() {
        return openJGitConfig(null, FS.DETECTED);
    }

    /** Settings that nobody made. */
    private static final class Nothing extends FileBasedConfig {

        /** The coarsest times of files that there are; what is not given is measured, with files that are written. */
        private static final Duration TIMES_OF_FILES = Duration.ofSeconds(2);

        private Nothing(@Nullable Config base, FS files) {
            super(base, null, files);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() {
            // There is no file.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(TIMES_OF_FILES)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }
}
