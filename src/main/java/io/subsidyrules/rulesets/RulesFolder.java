package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Text;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules folder as it changes. It is read whole and compared by content: neither times of files, nor notices of the
 * file system, can be relied on for folders that are mounted, swapped by a link, or written by every kind of editor. Not
 * thread-safe.
 */
final class RulesFolder {

    private final Path path;
    private final Pause pause;
    private Optional<String> known = Optional.empty();

    /** How long to wait for a file that is being written; false ends the waiting. */
    interface Pause {
        boolean elapsed();
    }

    RulesFolder(Path path, Pause pause) {
        this.path = path;
        this.pause = pause;
    }

    Path path() {
        return path;
    }

    /** The content of the folder, once two readings agree; where it cannot be read, that as its one fault. */
    RuleSources settled() {
        RuleSources before = read();
        RuleSources now = before;
        while (pause.elapsed()) {
            now = read();
            if (key(now).equals(key(before))) {
                break;
            }
            before = now;
        }
        known = Optional.of(key(now));
        return now;
    }

    /** The content of the folder, settled, where it is not what it was the last time. */
    Optional<RuleSources> changed() {
        return known.equals(Optional.of(key(read()))) ? Optional.empty() : Optional.of(settled());
    }

    private static String key(RuleSources sources) {
        return sources.content() + sources.faults() + sources.passedOver();
    }

    private RuleSources read() {
        try {
            return RuleSources.read(path);
        } catch (UncheckedIOException unreadable) {
            Fault fault = Fault.of(Place.startOf("."), FaultCode.FOLDER_UNREADABLE, wrong());
            return new RuleSources(new TreeMap<>(), List.of(fault));
        }
    }

    /** The fault of the folder as a whole. */
    private Text wrong() {
        if (Files.isDirectory(path)) {
            return Files.isReadable(path) && Files.isExecutable(path)
                    ? new Text("cannot be read", "无法读取")
                    : new Text("may not be read by the user that the service runs as", "不允许运行服务的用户读取");
        }
        if (Files.exists(path)) {
            return new Text("is a file and no folder", "是文件，而不是文件夹");
        }
        return Files.isSymbolicLink(path)
                ? new Text("is a link that leads nowhere", "是指向不存在位置的链接")
                : new Text("is not there, or lies in a folder that may not be read", "不存在，或位于不允许读取的文件夹中");
    }
}
