package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The grammar of Atom, RFC 4287. */
final class AtomGrammar {

    private static final Path FILE = Path.of("src/test/resources/feed/atom.rnc");

    private AtomGrammar() {}

    /** Fails unless a document follows the grammar, and returns it. */
    static Document check(byte[] feed) {
        try {
            StringWriter errors = new StringWriter();
            PropertyMapBuilder properties = new PropertyMapBuilder();
            properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(errors));
            ValidationDriver driver =
                    new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
            driver.loadSchema(new InputSource(FILE.toUri().toString()));
            driver.validate(new InputSource(new ByteArrayInputStream(feed)));
            assertEquals("", errors.toString());
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }
}
