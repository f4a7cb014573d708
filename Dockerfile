# Build: docker build -t subsidy-rules .
# Run:   docker run -p 8080:8080 subsidy-rules
# Other rules: docker run -p 8080:8080 -v "$PWD/rules:/service/rules:ro" subsidy-rules
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -DskipTests package

FROM eclipse-temurin:17-jre
WORKDIR /service
COPY --from=build /build/target/quarkus-app/ ./
COPY --from=build /build/rules/ rules/
RUN useradd --system --no-create-home service
USER service
EXPOSE 8080
ENV SUBSIDY_RULES=/service/rules
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
