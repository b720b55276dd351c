package dev.caffeinecode.testing;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Which call is answered how: by its number, else the next in line, else the first rule that fits, else a page. */
final class Script {
    private final Map<Integer, Behaviour> byNumber = new ConcurrentHashMap<>();
    private final Queue<Behaviour> next = new ConcurrentLinkedQueue<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    private record Rule(Predicate<ConverseRequest> fits, Behaviour behaviour) {}

    void onCall(int number, Behaviour behaviour) {
        byNumber.put(number, behaviour);
    }

    void onNextCalls(List<Behaviour> behaviours) {
        next.addAll(behaviours);
    }

    void when(Predicate<ConverseRequest> fits, Behaviour behaviour) {
        rules.add(new Rule(fits, behaviour));
    }

    Behaviour behaviour(int number, ConverseRequest request) {
        Behaviour numbered = byNumber.get(number);
        if (numbered != null) {
            return numbered;
        }
        Behaviour inLine = next.poll();
        if (inLine != null) {
            return inLine;
        }
        for (Rule rule : rules) {
            if (rule.fits().test(request)) {
                return rule.behaviour();
            }
        }
        return new Behaviour.Page();
    }
}
