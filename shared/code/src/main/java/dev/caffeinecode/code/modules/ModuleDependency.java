package dev.caffeinecode.code.modules;

/**
 * One module uses another.
 *
 * @param from id of the module that uses
 * @param to id of the module that is used
 * @param references how many references lead there, each counted by how sure it is
 */
public record ModuleDependency(String from, String to, int references) {}
