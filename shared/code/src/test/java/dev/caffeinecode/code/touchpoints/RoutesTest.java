package dev.caffeinecode.code.touchpoints;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTest {
    @Test
    void springPutsThePathOfTheClassBeforeThoseOfItsMethods() {
        assertThat(Read.routes("CartController.java", """
                @RestController
                @RequestMapping("/api/carts")
                class CartController {
                    private static final String ITEMS = "/{id}/items";
                    @GetMapping
                    ResponseEntity<Map<String, Cart>> list(@RequestParam("page") int page) { return null; }
                    @GetMapping("/{id}") Cart get(@PathVariable("id") long id) { return null; }
                    @PostMapping(path = {"/a", "/b"}, consumes = "application/json")
                    void add() {}
                    @RequestMapping(value = "/x", method = {RequestMethod.PUT, RequestMethod.DELETE})
                    void change() {}
                    @GetMapping(ITEMS) void items() {}
                    @GetMapping(Paths.ELSEWHERE) void unknown() {}
                }
                @FeignClient("other") interface Other { @GetMapping("/theirs") void get(); }
                """))
                .containsExactly(
                        "5 GET /api/carts",
                        "7 GET /api/carts/{id}",
                        "8 POST /api/carts/a",
                        "8 POST /api/carts/b",
                        "10 PUT /api/carts/x",
                        "10 DELETE /api/carts/x",
                        "12 GET /api/carts/{id}/items");
    }

    @Test
    void micronautAndNestNameControllers() {
        assertThat(Read.routes("A.kt", """
                @Controller("/carts")
                class Carts(private val store: Store) {
                    @Get("/{id}")
                    fun get(id: String): Cart = store.get(id)
                    @Delete(uri = "/{id}") fun remove(id: String) {}
                }
                """)).containsExactly("3 GET /carts/{id}", "5 DELETE /carts/{id}");
        assertThat(Read.routes("cats.controller.ts", """
                @Controller({ path: 'cats' })
                export class CatsController {
                  constructor(private readonly cats: CatsService) {}
                  @Get()
                  findAll(): string { return `x ${this.a({})} '`; }
                  @Post(':id') create(@Param('id') id: string) {}
                }
                """)).containsExactly("4 GET /cats", "6 POST /cats/:id");
    }

    @Test
    void jaxRsNeedsThePathOfTheClass() {
        assertThat(Read.routes("A.java", """
                @Path("carts") public class A {
                    @GET @Produces("text/plain") public String all() {}
                    @POST @Path("{id}/items") public void add() {}
                }
                interface Retrofit { @GET("theirs/{id}") Call get(); @POST void x(); }
                """)).containsExactly("2 GET /carts", "3 POST /carts/{id}/items");
    }

    @Test
    void dotnetFillsInTheNamesOfControllerAndAction() {
        assertThat(Read.routes("Carts.cs", """
                [ApiController]
                [Route("api/[controller]")]
                public class CartsController : ControllerBase {
                    [HttpGet("{id}"), Authorize]
                    public Cart Get([FromRoute] int id) => null;
                    [HttpPost]
                    [Route("[action]")]
                    public void Empty() {}
                    [HttpPut("/absolute")] public void Put() {}
                }
                """))
                .containsExactly("4 GET /api/Carts/{id}", "6 POST /api/Carts/Empty", "9 PUT /absolute");
        assertThat(Read.routes("Program.cs", """
                var v1 = app.MapGroup("/v1");
                v1.MapGet("/carts/{id}", (int id) => id);
                app.MapPost("/carts", Add);
                """)).containsExactly("2 GET /v1/carts/{id}", "3 POST /carts");
    }

    @Test
    void phpHasAttributesAndCalls() {
        assertThat(Read.routes("A.php", """
                <?php
                #[Route('/carts', name: 'carts_')]
                class Carts {
                    #[Route('/{id}', methods: ['GET', 'HEAD'])]
                    public function show(int $id) {}
                }
                """)).containsExactly("4 GET /carts/{id}", "4 HEAD /carts/{id}");
        assertThat(Read.routes("routes/api.php", """
                <?php
                Route::get('/status', fn () => 'ok');
                Route::prefix('admin')->middleware('auth')->group(function () {
                    Route::post('/users', [A::class, 'add']);
                    Route::match(['get', 'put'], '/both', 'A@b');
                });
                Route::group(['prefix' => 'v2'], function () { Route::apiResource('photos', P::class); });
                $app->get('/slim/{id}', Handler::class);
                """))
                .containsExactly(
                        "2 GET /status",
                        "4 POST /admin/users",
                        "5 GET /admin/both",
                        "5 PUT /admin/both",
                        "7 RESOURCES /v2/photos",
                        "8 GET /slim/{id}");
    }

    @Test
    void pythonHasDecoratorsAndLists() {
        assertThat(Read.routes("a.py", """
                from flask import Flask, Blueprint
                app = Flask(__name__)
                bp = Blueprint("carts", __name__, url_prefix="/carts")
                other = Blueprint("other", __name__, url_prefix=PREFIX)
                @app.route("/")
                def home(): ...
                @bp.route("/<int:id>", methods=["GET", "POST"])
                def cart(id): '''@app.route("/in-a-docstring")'''
                @bp.delete("/<int:id>")
                def remove(id): ...
                @other.get("/unknown")
                def unknown(): ...
                app.register_blueprint(bp, url_prefix="/api")
                """))
                .containsExactly(
                        "5 GET /",
                        "7 GET /api/carts/<int:id>",
                        "7 POST /api/carts/<int:id>",
                        "9 DELETE /api/carts/<int:id>");
        assertThat(Read.routes("b.py", """
                from fastapi import APIRouter
                router = APIRouter(prefix="/items", tags=["x"])
                @router.get("/{id}", response_model=Item)
                async def get(id: int): ...
                @router.websocket("/live")
                async def live(): ...
                @cache.get("key")
                def no(): ...
                """)).containsExactly("3 GET /items/{id}", "5 WEBSOCKET /items/live");
        assertThat(Read.routes("shop/urls.py", """
                urlpatterns = [
                    path("", views.home),
                    path("carts/<int:pk>/", views.Cart.as_view(), name="cart"),
                    re_path(r"^old/$", views.old),
                    path("api/", include("api.urls")),
                ]
                """))
                .containsExactly("2 ANY /", "3 ANY /carts/<int:pk>/", "4 ANY /old/");
    }

    @Test
    void scriptsCallRouters() {
        assertThat(Read.routes("a.js", """
                const express = require('express')
                const app = express()
                const users = express.Router()
                app.get('/', (req, res) => res.send(`${'/'}`))
                app.get('title')
                users.route('/:id').get(show).put(auth, save)
                app.use('/users', users)
                // app.get('/comment', x)
                const re = /['"`]/g; app.post('/carts', add)
                axios.get('/theirs', {})
                router.get('/x', { headers: {} })
                """))
                .containsExactly("4 GET /", "6 GET /users/:id", "6 PUT /users/:id", "9 POST /carts");
        assertThat(Read.routes("web/app/api/carts/[id]/route.ts", """
                export async function GET(request: Request) { return Response.json({}) }
                export const DELETE = handler
                """))
                .containsExactly("1 GET /api/carts/[id]", "2 DELETE /api/carts/[id]");
        assertThat(Read.routes("client.ts", "http.get('/api/x', options); app.get('/api')"))
                .isEmpty();
    }

    @Test
    void goHasGroupsAndPatterns() {
        assertThat(Read.routes("a.go", """
                import "github.com/gin-gonic/gin"
                func routes(r *gin.Engine) {
                	v1 := r.Group("/v1")
                	users := v1.Group("/users")
                	users.GET("/:id", show)
                	dynamic := r.Group(prefix)
                	dynamic.GET("/unknown", show)
                	r.Handle("PUT", "/raw", show)
                }
                func more(users *gin.RouterGroup) { users.POST("/x", add) }
                """)).containsExactly("5 GET /v1/users/:id", "8 PUT /raw", "10 POST /x");
        assertThat(Read.routes("b.go", """
                import ("net/http"; "github.com/go-chi/chi/v5")
                func routes(r chi.Router) {
                	r.Route("/articles", func(r chi.Router) {
                		r.Get("/{id}", show)
                	})
                	r.Post("/", add)
                	mux.HandleFunc("DELETE /items/{id}", remove)
                	m.HandleFunc("/old", old).Methods("GET", "POST")
                	cache.Get("/key")
                }
                """))
                .containsExactly(
                        "4 GET /articles/{id}", "6 POST /", "7 DELETE /items/{id}", "8 GET /old", "8 POST /old");
    }

    @Test
    void rubyHasBlocks() {
        assertThat(Read.routes("app.rb", """
                require 'sinatra'
                get '/carts/:id' do
                  client.get '/theirs', x
                end
                post('/carts') { 'x' }
                """)).containsExactly("2 GET /carts/:id");
        assertThat(Read.routes("config/routes.rb", """
                Rails.application.routes.draw do
                  root 'home#index'
                  get '/about', to: 'pages#about'
                  namespace :api do
                    resources :carts, only: [:index] do
                      post 'pay', on: :member
                      member do
                        get :status
                      end
                    end
                  end
                  match 'both', to: 'x#y', via: [:get, :post]
                end
                """))
                .containsExactly(
                        "3 GET /about",
                        "5 RESOURCES /api/carts",
                        "6 POST /api/carts/:cart_id/pay",
                        "8 GET /api/carts/:id/status",
                        "12 GET /both",
                        "12 POST /both");
    }

    @Test
    void rustHasAttributesAndBuilders() {
        assertThat(Read.routes("a.rs", """
                use actix_web::{get, web};
                #[get("/carts/{id}")]
                async fn cart<'a>(x: &'a str) {}
                fn conf(c: &mut web::ServiceConfig) {
                    c.service(web::resource("/r").route(web::post().to(add)));
                    c.route("/x", web::put().to(put));
                }
                """)).containsExactly("2 GET /carts/{id}", "5 POST /r", "6 PUT /x");
        assertThat(Read.routes("b.rs", "use axum::Router;\nRouter::new().route(\"/a\", get(list).post(add))"))
                .containsExactly("2 GET /a", "2 POST /a");
    }

    @Test
    void descriptionsNameThePathsOfAnInterface() {
        assertThat(Read.routes("openapi.yaml", """
                openapi: 3.0.0
                paths:
                  # carts
                  /carts/{id}:
                    parameters: []
                    get:
                      summary: x
                      responses:
                        get: {}
                    delete:
                      summary: |
                        /no: post
                  "/items":
                    post:
                components:
                  /none:
                    get: {}
                """))
                .containsExactly("6 GET /carts/{id}", "10 DELETE /carts/{id}", "14 POST /items");
        assertThat(Read.routes("openapi.json", """
                {"openapi": "3.0.0",
                 "paths": {"/carts": {
                   "get": {"summary": "x"}, "parameters": []}}}
                """)).containsExactly("3 GET /carts");
        assertThat(Read.routes("template.yaml", """
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Environment:
                        Variables:
                          TABLE: x
                      Events:
                        List:
                          Type: Api
                          Properties:
                            Path: /carts
                            Method: get
                """)).containsExactly("12 GET /carts");
        assertThat(Read.routes("serverless.yml", """
                provider:
                  name: aws
                functions:
                  a:
                    handler: a.b
                    events:
                      - httpApi: 'POST /carts'
                      - http:
                          path: items/{id}
                          method: get
                """)).containsExactly("7 POST /carts", "8 GET /items/{id}");
    }
}
