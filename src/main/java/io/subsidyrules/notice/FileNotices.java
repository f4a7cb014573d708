package io.subsidyrules.notice;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.UnreadFile;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.regression.ScenarioIdentity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that are not read although their names look like it, and scenario files without a scenario. */
final class FileNotices {

    private FileNotices() {}

    static List<Notice> of(RuleSources sources, Judgement judgement) {
        return Stream.concat(sources.passedOver().stream().map(FileNotices::passedOver), empty(sources, judgement))
                .toList();
    }

    private static Notice passedOver(UnreadFile file) {
        Place place = Place.startOf(file.path());
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return file.meant()
                .map(meant -> Notice.of(place, NoticeCode.FILE_PASSED_OVER, name, meant))
                .orElseGet(() -> Notice.of(place, NoticeCode.FILE_LEFT_OVER, name));
    }

    /** Scenario files without a scenario; none if not all were read, nor files with faults, which have those. */
    private static Stream<Notice> empty(RuleSources sources, Judgement judgement) {
        Set<String> known = Stream.concat(
                        judgement.scenarios().stream().map(ScenarioIdentity::place),
                        judgement.faults().stream().map(Fault::place))
                .map(Place::file)
                .collect(Collectors.toSet());
        boolean all = judgement.faults().size() < Faults.OF_ALL;
        return !all || (judgement.scenarios().isEmpty() && judgement.coverage().isEmpty())
                ? Stream.empty()
                : sources.files().keySet().stream()
                        .filter(RuleSources::isScenarios)
                        .filter(path -> !known.contains(path))
                        .map(path -> Notice.of(Place.startOf(path), NoticeCode.SCENARIO_FILE_EMPTY));
    }
}
