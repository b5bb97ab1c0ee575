namespace Xemelios.Samples;

/// <summary>What an import must do with a hostile file.</summary>
public enum SortDuHostile
{
    /// <summary>Nothing of it is kept.</summary>
    Refuse,

    /// <summary>Its good entries are imported, the others refused.</summary>
    EnPartie,
}

/// <summary>A hostile file, written to a stream so that large ones never sit in memory.</summary>
public sealed record EntreeHostile(string NomFichier, string Raison, SortDuHostile Sort, Action<Stream> Ecrire);

/// <summary>All hostile inputs, for tests that walk them.</summary>
public static class CatalogueHostile
{
    /// <summary>The inputs; those that hold a good file hold an état of three bulletins.</summary>
    public static IReadOnlyList<EntreeHostile> Tous()
    {
        var mois = GenerateurDeMois.Simple(404, 3);
        var bon = EtatPublie.Creer(mois).Xhl[0];
        return [.. Xhl(bon), .. Archives(bon)];
    }

    private static IEnumerable<EntreeHostile> Xhl(FichierFictif bon) =>
    [
        Refuse("entite-externe.xhl", "entité externe", f => f.Write(XhlHostiles.EntiteExterne())),
        Refuse("dtd-externe.xhl", "DTD externe", f => f.Write(XhlHostiles.DtdExterne())),
        Refuse("expansion.xhl", "expansion d'entités", f => f.Write(XhlHostiles.ExpansionDEntites())),
        Refuse("attribut-geant.xhl", "attribut de 60 Mo", f => XhlHostiles.AttributGeant(f)),
        Refuse("profondeur.xhl", "200 000 éléments emboîtés", f => XhlHostiles.Profondeur(f)),
        Refuse("tronque.xhl", "fichier coupé", f => f.Write(XhlHostiles.Tronque(bon.Contenu))),
        Refuse("hasard.xhl", "octets au hasard", f => f.Write(XhlHostiles.OctetsAuHasard(1))),
        Refuse("vide.xhl", "fichier vide", _ => { }),
        Refuse("autre-racine.xml", "racine étrangère", f => f.Write(XhlHostiles.AutreRacine())),
    ];

    private static IEnumerable<EntreeHostile> Archives(FichierFictif bon)
    {
        var zip = ZipFictif.Creer([bon]);
        return
        [
            new("zip-slip.zip", "noms qui sortent du dossier", SortDuHostile.Refuse, f => f.Write(ArchivesHostiles.ZipSlip(bon.Contenu))),
            Refuse("bombe.zip", "300 Mo de zéros en zip", f => ArchivesHostiles.BombeZip(f)),
            Refuse("bombe.xhl.gz", "300 Mo de zéros en gzip", f => ArchivesHostiles.BombeGzip(f)),
            Refuse("trop-d-entrees.zip", "60 000 entrées", f => f.Write(ArchivesHostiles.TropDEntrees())),
            Refuse("zips-emboites.zip", "cinq zips emboîtés", f => f.Write(ArchivesHostiles.ZipsEmboites(bon))),
            Refuse("zip-tronque.zip", "zip coupé", f => f.Write(ArchivesHostiles.ZipTronque(zip))),
            new("liens.tar", "liens, périphérique et nom qui sort du dossier dans un tar", SortDuHostile.EnPartie, f => f.Write(ArchivesHostiles.TarAvecLiens(bon))),
        ];
    }

    private static EntreeHostile Refuse(string nom, string raison, Action<Stream> ecrire) => new(nom, raison, SortDuHostile.Refuse, ecrire);
}
