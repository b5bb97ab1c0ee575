namespace Xemelios.Samples;

/// <summary>What a re-written file holds that a fast reader may leave to the reader of the framework.</summary>
[Flags]
public enum FormesRares
{
    Aucune = 0,
    Utf16 = 1,

    /// <summary>An encoding of single bytes other than ISO-8859-1 and windows-1252.</summary>
    AutreEncodage = 2,

    /// <summary>The bytes deny the declared (or default) encoding; this may be seen only far in the file.</summary>
    EncodageDementi = 4,
    Dtd = 8,
    Instruction = 16,
    Cdata = 32,

    /// <summary>A character that XML forbids, as it stands.</summary>
    Controle = 64,

    /// <summary>Text between elements.</summary>
    Texte = 128,

    /// <summary>Year, month or employer is not known when the first block of bulletins or of tables begins.</summary>
    EnTeteTardif = 256,

    /// <summary>A bulletin or a block of bulletins elsewhere than where the schema has it.</summary>
    BulletinDeplace = 512,

    /// <summary>A name with letters outside ASCII.</summary>
    NomAccentue = 1024,

    /// <summary>A comment that holds what looks like the end of a bulletin, where a large file could be cut.</summary>
    FinDeBulletinCachee = 2048,

    /// <summary>Something else than blocks of bulletins and tables after the first of them.</summary>
    EnTeteApresLesBlocs = 4096,

    /// <summary>Blocks of bulletins whose start tags are not written alike.</summary>
    BlocsDissemblables = 8192,

    /// <summary>What only harms when a file is read in several parts at once.</summary>
    NuitAuxCoupes = FinDeBulletinCachee | EnTeteApresLesBlocs | BlocsDissemblables,
}
