package dev.caffeinecode.code.touchpoints;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTest {
    @Test
    void sqlCreatesAndChangesTables() {
        assertThat(Read.tables("db/V1__carts.sql", """
                -- CREATE TABLE comment (id int);
                CREATE TABLE IF NOT EXISTS shop."carts" (id int, note text DEFAULT 'CREATE TABLE text');
                create table `items` (cart_id int);
                CREATE TEMPORARY TABLE scratch (id int);
                ALTER TABLE ONLY carts ADD COLUMN x int;
                SELECT * FROM elsewhere;
                """))
                .containsExactly("2 created shop.carts", "3 created items", "5 altered carts");
    }

    @Test
    void codeQueriesTables() {
        assertThat(Read.tables("a.py", """
                db.execute("SELECT COUNT(*), EXTRACT(DAY FROM at) FROM carts c JOIN shop.items i ON x IS DISTINCT FROM y")
                db.execute('INSERT INTO orders (id) VALUES (?)')
                db.execute("UPDATE users SET a = 1 WHERE b IN (SELECT id FROM groups)")
                db.execute(\"""
                    WITH recent AS (SELECT 1 FROM visits)
                    SELECT * FROM recent
                    WHERE x IN (SELECT a FROM generate_series(1, 2))
                \""")
                log("UPDATE the docs FROM time to time")
                log("select a file from the list")
                db.execute("SELECT * FROM " + table)
                db.execute(f"SELECT * FROM {table} JOIN log_{year} ON a")
                db.execute("SELECT 1 FROM information_schema.tables")
                """))
                .containsExactlyInAnyOrder(
                        "1 queried carts",
                        "1 queried shop.items",
                        "2 queried orders",
                        "3 queried users",
                        "3 queried groups",
                        "5 queried visits");
        assertThat(Read.tables("A.java", "q(\"SELECT a \"\n + \"FROM carts \" + where + \"x\");"))
                .containsExactly("1 queried carts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java  | mapped  | @Entity @Table(name = \"carts\") class Cart {}",
                "A.java  | mapped  | @MappedEntity(\"carts\") record Cart(int id) {}",
                "a.ts    | mapped  | @Entity('carts') export class Cart {}",
                "a.ts    | mapped  | @Entity({ name: 'carts' }) export class Cart {}",
                "A.cs    | mapped  | [Table(\"carts\")] public class Cart {}",
                "A.php   | mapped  | <?php #[ORM\\Table(name: 'carts')] class Cart {}",
                "a.py    | mapped  | __tablename__ = 'carts'",
                "a.py    | mapped  | db_table = 'carts'",
                "a.rb    | created | create_table :carts do",
                "a.php   | created | <?php Schema::create('carts', function () {});",
                "a.go    | mapped  | func (Cart) TableName() string { return \"carts\" }",
                "a.prisma | mapped | @@map(\"carts\")",
                "a.ts    | mapped  | import x from 'drizzle-orm'; const carts = pgTable('carts', {})"
            })
    void tableIsMapped(String path, String detail, String code) {
        assertThat(Read.tables(path, code)).containsExactly("1 " + detail + " carts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java  | received | class A { @SqsListener(\"orders\") void on(Order o) {} }",
                "A.java  | received | class A { @RabbitListener(queues = {\"orders\"}) void on(Order o) {} }",
                "A.java  | received | class A { @JmsListener(destination = \"orders\") void on(Order o) {} }",
                "a.js    | declared | require('amqplib'); ch.assertQueue('orders')",
                "a.ts    | declared | import { Queue } from 'bullmq'; const q = new Queue('orders')",
                "a.py    | declared | import pika; ch.queue_declare(queue='orders')",
                "a.go    | declared | import \"amqp\"; ch.QueueDeclare(\"orders\", true)",
                "a.rb    | received | queue_as :orders",
                "a.tf    | declared | resource \"aws_sqs_queue\" \"q\" { name = \"orders\" }",
                "a.tf    | declared | resource \"aws_sqs_queue\" \"orders\" { name = \"x-${var.stage}\" }"
            })
    void queueIsNamed(String path, String detail, String code) {
        assertThat(Read.queues(path, code)).containsExactly("1 " + detail + " orders");
    }

    @Test
    void topicsAreNamed() {
        assertThat(Read.topics("A.java", """
                import org.springframework.kafka.annotation.KafkaListener;
                class A {
                    @KafkaListener(topics = {"carts", "${other.topic}"}, groupId = "g") void on(String s) {}
                    NewTopic topic() { return new NewTopic("orders", 1, (short) 1); }
                }
                """)).containsExactly("3 received carts", "4 declared orders");
        assertThat(Read.all("template.yaml", """
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Sub "x-${Stage}"
                  News:
                    Type: AWS::SNS::Topic
                    Properties:
                      TopicName: shop-news
                  Carts:
                    Type: AWS::DynamoDB::Table
                """))
                .extracting(each -> each.kind().label() + " " + each.name())
                .containsExactly("queue Orders", "topic shop-news", "table Carts");
    }
}
