# Build: docker build -t subsidy-rules .
# Run:   docker run -p 8080:8080 -e SUBSIDY_ACCESS_KEYS=true -v subsidy-data:/service/data --name subsidy subsidy-rules
#        docker exec subsidy bin/keys create --owner portal --role decider
# It does not start without a way to ask who calls, or SUBSIDY_OPEN=yes-on-a-trusted-network: docs/security.md.
# Other rules: docker run ... -v "$PWD/rules:/service/rules:ro" subsidy-rules
# What must outlive the container is in /service/data, the decisions above all: -v subsidy-data:/service/data
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -Pservice package -Dquarkus.package.jar.type=aot-jar

FROM eclipse-temurin:25-jre
WORKDIR /service
COPY --from=build /build/target/quarkus-app/ ./
COPY --from=build /build/rules/ rules/
COPY --from=build /build/bin/ bin/
# The command line: docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/work" -w /work --entrypoint rules subsidy-rules check
COPY --from=build /build/target/rules.jar ./
RUN bin/rules-archive && ln -s /service/bin/rules /usr/local/bin/rules
# In this image, since the cache fits only the Java, the jars and the folder that it was made with. It needs no database.
RUN bin/training-run -XX:+UseCompactObjectHeaders
RUN useradd --system --no-create-home --uid 10001 service && mkdir data && chown service data
# By its number, so that it can be seen not to be root.
USER 10001
# 9000 is for health and metrics, where callers are asked who they are.
EXPOSE 8080 9000
ENV SUBSIDY_RULES=/service/rules SUBSIDY_DATA=/service/data QUARKUS_HTTP_HOST=0.0.0.0 \
    SUBSIDY_MANAGEMENT_HOST=0.0.0.0
VOLUME /service/data
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "-XX:AOTCache=app.aot", "-XX:+ExitOnOutOfMemoryError", \
    "-jar", "quarkus-run.jar"]
