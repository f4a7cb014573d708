package io.subsidyrules.storage.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user that the service connects as may do with what is recorded: read it, and add to it. */
@QuarkusTest
@Tag("http")
class RightsTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final DataSource source;

    @Inject
    RightsTest(DataSource source) {
        this.source = source;
    }

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update %s set %s = default",
                "delete from %s",
                "truncate %s cascade",
                "alter table %s disable trigger all",
                "alter table %s add column more int",
                "alter table %s owner to current_user",
                "create trigger more before insert on %s execute function refuse_change()",
                "lock table %s in access exclusive mode",
                "drop table %s cascade"
            })
    void noTableCanBeChangedOrTakenAway(String template) throws SQLException {
        for (Table table : tables()) {
            refused(template.formatted(table.name(), table.column()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set session_replication_role = replica",
                "create table more (id int)",
                "create function more() returns int language sql as 'select 1'",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
                "drop function refuse_change() cascade",
                "alter function refuse_change() rename to other",
                "drop schema public cascade",
                "create schema more",
                "create role more",
                "alter role current_user superuser",
                "set role postgres",
                "insert into project_form (form) values (9)",
                "insert into flyway_schema_history select 999, '999', description, type, script, checksum, installed_by, installed_on, execution_time, success from flyway_schema_history limit 1",
                "copy tag to program 'true'",
                "select pg_read_file('PG_VERSION')",
                "alter role current_user set session_replication_role = replica"
            })
    void nothingElseCanBeDoneEither(String sql) throws SQLException {
        refused(sql);
    }

    @Test
    void theServiceSaysNothingOfTooManyRights() {
        given().get("/q/health/ready").then().body("checks.find { it.name == 'database' }.data.rights", nullValue());
    }

    @Test
    void theOwnerMayMoreAndThatWouldBeSaid() throws SQLException {
        try (Connection owner = TestDatabase.owner();
                Connection service = source.getConnection()) {
            assertThat(Rights.beyond(owner)).hasValueSatisfying(rights -> assertThat(rights)
                    .contains("as a superuser", "alter and drop ", "change or delete rows in access_record, api_key"));
            assertThat(Rights.beyond(service)).isEmpty();
            assertThat(Rights.missing(service)).isEmpty();
        }
    }

    /** A table and one of its columns. */
    private record Table(String name, String column) {}

    private List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select relname, (select attname from pg_attribute where attrelid = pg_class.oid and attnum = 1)
                        from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'""")) {
            while (found.next()) {
                tables.add(new Table(found.getString(1), found.getString(2)));
            }
        }
        assertThat(tables).hasSizeGreaterThan(13);
        return tables;
    }

    private void refused(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo(INSUFFICIENT_PRIVILEGE));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
