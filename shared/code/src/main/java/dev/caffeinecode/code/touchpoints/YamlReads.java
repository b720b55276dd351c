package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.TouchpointKind;

import java.util.Map;
import java.util.regex.Pattern;

/** Touchpoints of OpenAPI, CloudFormation, SAM, Serverless, Compose and Kubernetes files in YAML. */
final class YamlReads {
    private static final Pattern SETTINGS = Pattern.compile("(?:^|/)(?:application|bootstrap)[\\w.-]*\\.ya?ml$");
    private static final Map<String, TouchpointKind> RESOURCES = Map.of(
            "AWS::SQS::Queue", TouchpointKind.QUEUE,
            "AWS::SNS::Topic", TouchpointKind.TOPIC,
            "AWS::DynamoDB::Table", TouchpointKind.TABLE,
            "AWS::Serverless::SimpleTable", TouchpointKind.TABLE);
    private static final Map<TouchpointKind, String> NAMES = Map.of(
            TouchpointKind.QUEUE, "QueueName", TouchpointKind.TOPIC, "TopicName", TouchpointKind.TABLE, "TableName");

    private final YamlKeys yaml;
    private final Found found;

    private YamlReads(YamlKeys yaml, Found found) {
        this.yaml = yaml;
        this.found = found;
    }

    static void read(String text, Found found) {
        if (SETTINGS.matcher(found.path()).find()) {
            int number = 0;
            for (String line : (Iterable<String>) text.lines()::iterator) {
                number++;
                if (!line.stripLeading().startsWith("#")) {
                    VariableReads.placeholders(line, number, found);
                }
            }
            return;
        }
        new YamlReads(YamlKeys.of(text), found).read();
    }

    private void read() {
        if (yaml.find(-1, "openapi") >= 0 || yaml.find(-1, "swagger") >= 0) {
            openApi();
        } else if (yaml.find(-1, "services") >= 0 && isCompose()) {
            compose();
        } else if (yaml.find(-1, "Resources") >= 0) {
            template(yaml.find(-1, "Resources"));
        } else if (yaml.find(-1, "provider") >= 0 && yaml.find(-1, "functions") >= 0) {
            serverless();
        } else if (yaml.find(-1, "apiVersion") >= 0 && yaml.find(-1, "kind") >= 0) {
            kubernetes();
        }
    }

    private boolean isCompose() {
        String name = found.path().substring(found.path().lastIndexOf('/') + 1);
        return name.contains("compose");
    }

    private void openApi() {
        int paths = yaml.find(-1, "paths");
        int end = paths < 0 ? 0 : yaml.get(paths).end();
        int level = paths + 1 < end ? yaml.get(paths + 1).indent() : 0;
        String path = "";
        int inner = -1;
        for (int i = paths + 1; i < end; i++) {
            YamlKeys.Key key = yaml.get(i);
            if (key.indent() == level) {
                path = key.name();
                inner = i + 1 < end ? yaml.get(i + 1).indent() : -1;
            } else if (key.indent() == inner && path.startsWith("/") && Calls.isMethod(key.name())) {
                found.route(key.name(), "", path, key.line());
            }
        }
    }

    private void compose() {
        int services = yaml.find(-1, "services");
        for (int i = services + 1; i < yaml.get(services).end(); i++) {
            YamlKeys.Key key = yaml.get(i);
            boolean service = key.parent() >= 0 && yaml.get(key.parent()).parent() == services;
            if (service && key.name().equals("environment")) {
                for (YamlKeys.Key each : yaml.below(i)) {
                    String name = each.name().isEmpty() ? each.value().replaceAll("=.*$", "") : each.name();
                    found.variable(name, Found.DECLARED, each.line());
                }
            }
        }
    }

    private void template(int resources) {
        for (int i = resources + 1; i < yaml.get(resources).end(); i++) {
            YamlKeys.Key key = yaml.get(i);
            if (key.name().equals("Type") && key.parent() >= 0) {
                resource(key.value(), key.parent());
            } else if (key.name().equals("Variables") && key.parent() >= 0) {
                if (yaml.get(key.parent()).name().equals("Environment")) {
                    yaml.below(i).forEach(each -> found.variable(each.name(), Found.DECLARED, each.line()));
                }
            }
        }
    }

    private void resource(String type, int resource) {
        int properties = yaml.find(resource, "Properties");
        TouchpointKind kind = RESOURCES.get(type);
        YamlKeys.Key logical = yaml.get(resource);
        if (kind != null) {
            String name = properties < 0 ? "" : yaml.value(properties, NAMES.getOrDefault(kind, ""));
            String shown = name.isEmpty() || name.startsWith("!") ? logical.name() : name;
            if (kind == TouchpointKind.TABLE) {
                found.table(shown, "created", logical.line());
            } else {
                found.channel(kind, shown, Found.DECLARED, logical.line());
            }
        } else if ((type.equals("Api") || type.equals("HttpApi")) && properties >= 0) {
            String path = yaml.value(properties, "Path");
            if (path.startsWith("/")) {
                String method = yaml.value(properties, "Method");
                found.route(
                        Calls.method(method),
                        "",
                        path,
                        yaml.get(yaml.find(properties, "Path")).line());
            }
        }
    }

    private void serverless() {
        for (int i = 0; i < yaml.size(); i++) {
            YamlKeys.Key key = yaml.get(i);
            boolean event = key.name().equals("http") || key.name().equals("httpApi");
            boolean item = key.parent() >= 0 && yaml.get(key.parent()).name().isEmpty();
            if (event && item && isBelow(key.parent(), "events")) {
                String[] parts = key.value().split(" ");
                if (parts.length == 2) {
                    found.route(Calls.method(parts[0]), "", parts[1], key.line());
                } else if (!yaml.value(i, "path").isEmpty()) {
                    found.route(Calls.method(yaml.value(i, "method")), "", yaml.value(i, "path"), key.line());
                }
            } else if (key.name().equals("environment") && (isBelow(i, "provider") || isBelowFunctions(key))) {
                yaml.below(i).forEach(each -> found.variable(each.name(), Found.DECLARED, each.line()));
            }
        }
        int resources = yaml.find(-1, "resources");
        int inner = resources < 0 ? -1 : yaml.find(resources, "Resources");
        if (inner >= 0) {
            template(inner);
        }
    }

    private boolean isBelow(int index, String name) {
        int parent = index < 0 ? -1 : yaml.get(index).parent();
        return parent >= 0 && yaml.get(parent).name().equals(name);
    }

    private boolean isBelowFunctions(YamlKeys.Key key) {
        return key.parent() >= 0 && isBelow(key.parent(), "functions");
    }

    /** {@code env} of containers: a list of names and values. */
    private void kubernetes() {
        for (int i = 0; i < yaml.size(); i++) {
            YamlKeys.Key key = yaml.get(i);
            boolean named = key.name().equals("name")
                    && key.parent() >= 0
                    && yaml.get(key.parent()).name().isEmpty();
            if (named && isBelow(key.parent(), "env")) {
                found.variable(key.value(), Found.DECLARED, key.line());
            }
        }
    }
}
