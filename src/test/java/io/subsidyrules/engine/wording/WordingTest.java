package io.subsidyrules.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.engine.ManyRules;
import io.subsidyrules.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of condition reads as a sentence, in English and in Chinese. */
class WordingTest {

    private static final String VOCABULARY = """
            package vocabulary;
            declare Applicant @en( "applicant" ) @zh( "申请主体" )
                id : String @required @check( "GB 32100-2015" ) @en( "id" ) @zh( "编号" )
                size : Integer @en( "size" ) @zh( "规模" )
            end
            declare Claim @en( "claim" ) @zh( "申报事项" )
                id : String @required @en( "id" ) @zh( "编号" )
            end
            """;

    private static final String RULES = """
            package p;
            import vocabulary.*;
            global java.time.LocalDate asOf;
            declare enum Kind
                MILL( "mill", "厂房" ), DAM( "dam", "水坝" ), FARM( "farm", "农场" ),
                GRID( "electricity, gas and water", "电力、燃气和供水" );
                en : String zh : String
            end
            declare Works extends Claim @en( "works" ) @zh( "工程" )
                kind : Kind @en( "kind of works" ) @zh( "工程类型" )
                formerKind : Kind @en( "former kind of works" ) @zh( "原工程类型" )
                name : String @en( "name of the works" ) @zh( "工程名称" )
                finished : Boolean @en( "finished in good order" ) @zh( "工程完好" )
                insured : Boolean @en( "insured against fire" ) @zh( "投保火险" )
                year : Integer @en( "year of the works" ) @zh( "年度" )
                size : Integer @en( "size" ) @zh( "规模" )
                cost : BigDecimal @en( "cost in yuan" ) @zh( "造价（元）" )
                estimate : BigDecimal @en( "estimate in yuan" ) @zh( "概算（元）" )
                begunOn : LocalDate @en( "date of the first works" ) @zh( "动工日期" )
                openedOn : LocalDate @en( "date of the opening" ) @zh( "启用日期" )
            end
            rule "r" @clause( "1.1" ) @per( "p" ) date-effective "2022-01-01"
            when Applicant( $size : size ) $works : Works( %s )
            then award( $works, yuan( 1 ) ); end
            """;

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyFormOfConditionIsASentenceInBothLanguages(Form form) {
        Map<String, String> files = Map.of(
                "vocabulary/v.drl", VOCABULARY,
                "p/r.drl", RULES.formatted(form.condition()),
                "p/policy.yaml", ManyRules.policy("          - { id: r, title: { en: r, zh: r } }\n"));
        assertThat(Dialect.read(RuleSources.of(files)).rules().get(0).conditions())
                .singleElement()
                .extracting(Wording::of)
                .isEqualTo(form.sentence());
    }

    @Test
    void aPeriodNamesItsFirstAndItsLastDay() {
        LocalDate from = LocalDate.of(2022, 9, 6);
        assertThat(Wording.of(new Period(from, Optional.empty())))
                .isEqualTo(new Text("in force from 6 September 2022", "自2022年9月6日起施行"));
        assertThat(Wording.of(new Period(from, Optional.of(DAY))))
                .isEqualTo(
                        new Text("in force from 6 September 2022 to 29 February 2024", "自2022年9月6日起施行，2024年3月1日起失效"));
    }

    @Test
    void aPatternIsNoSentence() {
        Expression matches = new Expression.TextTest(
                new Operand.Literal(ValueType.TEXT, "x"), false, new TextProperty.Form(Pattern.compile("[0-9]{6}")));
        assertThatThrownBy(() -> Wording.of(matches.negated())).isInstanceOf(IllegalArgumentException.class);
    }

    /** A condition as a rule writes it, and its sentence. */
    record Form(String condition, Text sentence) {

        static Form of(String lines) {
            String[] parts = lines.strip().split("\n", -1);
            return new Form(parts[0], new Text(parts[1], parts[2]));
        }

        @Override
        public String toString() {
            return condition;
        }
    }

    static Stream<Form> forms() throws IOException {
        String table = Files.readString(Path.of("src/test/resources/sentences.txt"));
        return List.of(table.split("\n\n", -1)).stream().skip(1).map(Form::of);
    }
}
