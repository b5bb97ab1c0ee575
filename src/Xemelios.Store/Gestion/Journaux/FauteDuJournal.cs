namespace Xemelios.Store.Gestion.Journaux;

/// <summary>What is wrong with the journal.</summary>
public enum NatureDeFaute
{
    /// <summary>What an entry says is no longer what was sealed.</summary>
    Modifiee,

    /// <summary>An entry was sealed again after it was changed: what follows it no longer knows it.</summary>
    Rescellee,

    /// <summary>Entries are missing.</summary>
    Supprimee,

    /// <summary>Entries were put between others.</summary>
    Inseree,

    /// <summary>Two entries took each other's place.</summary>
    Echangee,

    /// <summary>The last entries are missing.</summary>
    Coupee,

    /// <summary>The entries before a head are not those that it sealed.</summary>
    Reecrite,

    /// <summary>A head was changed, or taken away.</summary>
    TeteAlteree,

    /// <summary>What stands for the purged entries was changed.</summary>
    BorneAlteree,

    /// <summary>The last rank given is not the one that the base counted.</summary>
    CompteurAltere,

    /// <summary>The base no longer refuses changes.</summary>
    DeclencheurManquant,

    /// <summary>The tables of the journal are no longer there.</summary>
    TableManquante,
}

/// <summary>A fault and its place.</summary>
/// <param name="Rang">First rank concerned; 0 when it concerns no entry.</param>
/// <param name="JusquA">Last rank concerned.</param>
public sealed record FauteDuJournal(NatureDeFaute Nature, long Rang, long JusquA)
{
    private string Lieu => Rang == JusquA ? $"de rang {Rang}" : $"des rangs {Rang} à {JusquA}";

    /// <summary>The fault in a French sentence.</summary>
    public override string ToString() => Nature switch
    {
        NatureDeFaute.Modifiee => $"Journal : une entrée {Lieu} a été modifiée.",
        NatureDeFaute.Rescellee => $"Journal : une entrée {Lieu} a été modifiée puis scellée de nouveau.",
        NatureDeFaute.Supprimee => $"Journal : des entrées {Lieu} ont été supprimées.",
        NatureDeFaute.Inseree => $"Journal : des entrées {Lieu} ont été insérées.",
        NatureDeFaute.Echangee => $"Journal : les entrées de rangs {Rang} et {JusquA} ont été échangées.",
        NatureDeFaute.Coupee => $"Journal : la fin a été coupée, il manque les entrées {Lieu}.",
        NatureDeFaute.Reecrite => $"Journal : les entrées {Lieu} ne sont plus celles que la tête du rang {JusquA} scellait.",
        NatureDeFaute.TeteAlteree => $"Journal : la tête {Lieu} a été modifiée ou supprimée.",
        NatureDeFaute.BorneAlteree => $"Journal : la borne de purge {Lieu} a été modifiée ou supprimée.",
        NatureDeFaute.CompteurAltere => $"Journal : le compteur des rangs a été modifié (dernière entrée {Lieu}).",
        NatureDeFaute.DeclencheurManquant => "Journal : la base n'est plus protégée, un déclencheur manque ou a été changé.",
        NatureDeFaute.TableManquante => "Journal : ses tables ont disparu de gestion.db.",
        _ => throw new ArgumentOutOfRangeException(nameof(Nature)),
    };
}

/// <summary>What the verification of the journal found.</summary>
/// <param name="Examines">How many entries it read.</param>
/// <param name="Fautes">At most some hundreds, the first ones.</param>
public sealed record RapportDuJournal(long Examines, IReadOnlyList<FauteDuJournal> Fautes);
