package dev.caffeinecode.docs.outline;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Prices;
import dev.caffeinecode.docs.Fixture;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.plan.PagePlanner;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.write.Draft;
import dev.caffeinecode.docs.write.PageEditor;
import dev.caffeinecode.docs.write.PageTask;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TouchpointOutlineTest {
    private final Fixture shop = new Fixture()
            .file("web/app.py", """
                    import os
                    from flask import Flask
                    app = Flask(__name__)
                    DATABASE = os.environ["DATABASE_URL"]

                    @app.route("/carts/<int:id>", methods=["GET", "DELETE"])
                    def cart(id):
                        return db.execute("SELECT * FROM carts WHERE id = ?", id)
                    """)
            .file("web/server.js", """
                    const app = require('express')()
                    app.get('/status', (req, res) => res.send('ok'))
                    app.listen(process.env.PORT)
                    """)
            .file("web/Orders.java", """
                    @RestController
                    @RequestMapping("/orders")
                    class Orders {
                        @PostMapping void add() {}
                        @SqsListener("new-orders") void take(String order) {}
                    }
                    """)
            .file("tests/test_app.py", "import os\nos.environ['ONLY_IN_TESTS']\n")
            .file(".env.example", "DATABASE_URL=postgres://shop:hunter2@db/shop\n");

    private final List<String> files = List.of("web/Orders.java", "web/app.py", "web/server.js");

    private String write(PlannedPage planned) {
        PageTask task = shop.task(planned);
        Draft draft = new OutlineWriter().draft(task);
        assertThat(draft.write(Fixture.NOBODY)).isInstanceOf(Draft.Written.Text.class);
        PageEditor.Edited edited = new PageEditor(new Prices())
                .edit(task, shop.sources(), draft.inputDigest(), ModelId.OUTLINE, (Draft.Written.Text)
                        draft.write(Fixture.NOBODY));
        assertThat(edited.content().citationsRemoved()).isZero();
        return edited.markdown();
    }

    @Test
    void overviewListsWhatTheRepositoryServesAndStores() {
        String page = write(new PagePlanner().plan(shop.graph(), "shop"));

        assertThat(page)
                .contains("## HTTP routes\n\n|Method|Path|Where|\n", "|`/status`|", "## Tables\n\n", "|`carts`|")
                .contains("## Queues and topics\n\n", "`new-orders`")
                .doesNotContain("## Environment variables");
    }

    @Test
    void moduleListsWhatItServesStoresAndReceives() {
        String page = write(Fixture.planned(PageKind.MODULE, "web", files, List.of("tests/test_app.py")));

        assertThat(page).contains("""
                        ## HTTP routes

                        |Method|Path|Where|
                        |---|---|---|
                        |POST|`/orders`|[Orders.java 4](source:web/Orders.java#L4-L4)|
                        |GET|`/carts/<int:id>`|[app.py 6](source:web/app.py#L6-L6)|
                        |DELETE|`/carts/<int:id>`|[app.py 6](source:web/app.py#L6-L6)|
                        |GET|`/status`|[server.js 2](source:web/server.js#L2-L2)|

                        ## Tables

                        |Table|Where|
                        |---|---|
                        |`carts`|queried in [app.py 8](source:web/app.py#L8-L8)|

                        ## Queues and topics

                        |Name|Kind|How|Where|
                        |---|---|---|---|
                        |`new-orders`|queue|received|[Orders.java 5](source:web/Orders.java#L5-L5)|

                        ## Environment variables

                        |Variable|Read or declared in|
                        |---|---|
                        |`DATABASE_URL`|read in [app.py 4](source:web/app.py#L4-L4)|
                        |`PORT`|read in [server.js 3](source:web/server.js#L3-L3)|
                        """);
    }

    @Test
    void gettingStartedListsVariablesWithoutTheirValues() {
        String page = write(Fixture.planned(PageKind.GETTING_STARTED, "", List.of(), List.of()));

        assertThat(page).contains("""
                        ## Environment variables

                        |Variable|Read or declared in|
                        |---|---|
                        |`DATABASE_URL`|read in [app.py 4](source:web/app.py#L4-L4), declared in \
                        [.env.example 1](source:.env.example#L1-L1)|
                        |`PORT`|read in [server.js 3](source:web/server.js#L3-L3)|
                        """).doesNotContain("hunter2", "ONLY_IN_TESTS");
    }
}
