package io.powermigrate.page;

import io.powermigrate.internal.text.JavaText;
import io.powermigrate.model.ResourceKey;
import java.util.List;
import java.util.stream.Stream;

/** A page that has everything: all sections, all states, and one text wherever a text from outside may stand. */
final class EveryField {

    private final String text;

    private EveryField(String text) {
        this.text = text;
    }

    static Page of(Page.Kind kind, String text) {
        return new EveryField(text).page(kind);
    }

    private Page page(Page.Kind kind) {
        return new Page(
                kind,
                text,
                text,
                text,
                text,
                List.of(text, text),
                "app",
                List.of(new Figure("ready", 3, "ready", text, State.READY), new Figure("jobs", 1, text, text, null)),
                Stream.of(Section.Key.values()).map(this::section).toList(),
                List.of(new Fact("From", text), new Fact(text, text)),
                List.of(text));
    }

    private Section section(Section.Key key) {
        State[] states = State.values();
        State first = states[key.ordinal() % states.length];
        State second = states[(key.ordinal() + 3) % states.length];
        return new Section(key, text, text, text, List.of(group(key, first), group(key, second)));
    }

    private Group group(Section.Key section, State state) {
        return Group.of(section + ":" + state + ":" + text, text, state, List.of(item(state, "a"), item(state, "b")))
                .because("RULE-1, RULE-2", text, text, text)
                .waitingFor(List.of(text))
                .freeing(new Gain(1, 2, 3))
                .answeredBy(List.of(choice()), List.of(line()), List.of(link()));
    }

    private Item item(State state, String twin) {
        Place place = new Place("Controls/" + text, text, text, 7, 6);
        return Item.of(new ResourceKey("canvas-app", text, twin), text, twin + text, state)
                .saying(text)
                .at(List.of(place))
                .answeredBy(List.of(choice()), List.of(line()), 2)
                .as(text);
    }

    private Choice choice() {
        return new Choice(text, text, line());
    }

    private Line line() {
        return new Line("Bind.text(" + JavaText.literal(text) + ", \"there\")", text, "there");
    }

    private Link link() {
        return new Link(text, "https://make.powerapps.com/environments/" + text);
    }
}
