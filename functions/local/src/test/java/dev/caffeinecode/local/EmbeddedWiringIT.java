package dev.caffeinecode.local;

import dev.caffeinecode.testing.TestCloud;
import dev.caffeinecode.testing.TestService;

class EmbeddedWiringIT extends WiringContract {
    @Override
    TestService queues() {
        return TestCloud.queues();
    }

    @Override
    TestService objects() {
        return TestCloud.objects();
    }
}
