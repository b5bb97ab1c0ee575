using System.Globalization;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Intake;
using Xemelios.Import.Xhl;
using Xemelios.Samples;

namespace Xemelios.Benchmarks.Donnees;

/// <summary>The seeded pay files of a benchmark, and what baselines are fed with, made from them.</summary>
internal sealed class FichiersDePaye(Atelier atelier, int bulletins)
{
    /// <summary>The employer of every file.</summary>
    public static string Siret { get; } = SiretFictif.Creer("21", 9999);

    /// <summary>The one large file.</summary>
    public string Gros => Mois(0);

    /// <summary>The file of a month, counted from March 2026.</summary>
    public string Mois(int rang) => atelier.EnCache(string.Create(CultureInfo.InvariantCulture, $"paye-{bulletins}-{rang:000}.xhl"), fichier => Ecrire(fichier, rang));

    public void Ecrire(string fichier, int rang)
    {
        using var flux = File.Create(fichier);
        Generateur.GrosFichier(flux, bulletins, mois: rang);
    }

    /// <summary>The lines of the large file as a plain table of text.</summary>
    public string LignesEnCsv => atelier.EnCache(string.Create(CultureInfo.InvariantCulture, $"lignes-{bulletins}.csv"), fichier =>
    {
        using var sortie = new StreamWriter(fichier);
        sortie.WriteLine("bulletin,position,categorie,code,libelle,caisse,base,taux,unites,montant,debut,fin,ordre");
        Lire(new Ecouteur(b =>
        {
            foreach (var l in b.Lignes)
                sortie.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{b.Ordre},{l.Position},{(int)l.Categorie},{Citer(l.Rubrique.Code)},{Citer(l.Rubrique.Libelle)},{Citer(l.CodeCaisse)},{l.Base?.ToDecimal()},{l.Taux?.ToDecimal()},{l.NbUnite?.ToDecimal()},{l.Montant?.ToDecimal()},{l.PeriodeDebut:yyyy-MM-dd},{l.PeriodeFin:yyyy-MM-dd},{Citer(l.Ordre)}"));
        }));
    });

    /// <summary>Distinct agents of the large file: matricule, name, first name, job, grade, service, between tabs.</summary>
    public string Agents => atelier.EnCache(string.Create(CultureInfo.InvariantCulture, $"agents-{bulletins}.tsv"), fichier =>
    {
        var agents = new HashSet<string>(StringComparer.Ordinal);
        Lire(new Ecouteur(b => agents.Add(string.Join('\t', b.Agent!.Matricule, b.Agent.Nom, b.Agent.Prenom, b.Agent.EmploiMetier, b.Agent.Grade, b.Service))));
        File.WriteAllLines(fichier, agents);
    });

    private static string? Citer(string? texte) => texte is null ? null : "\"" + texte.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private void Lire(IXhlVisitor ecouteur)
    {
        using var arrivage = Arrivage.Depuis(() => File.OpenRead(Gros), "paye.xhl", Empreinte.FromBytes(new byte[32]), new FileInfo(Gros).Length);
        new XmlXhlReader().Read(arrivage, ecouteur, CancellationToken.None);
    }
}

/// <summary>Listens to bulletins alone, in order when one thread reads; to nothing without an action.</summary>
internal sealed class Ecouteur(Action<Bulletin>? surBulletin = null) : IXhlVisitor, ILotDeBulletins
{
    private int _bulletins;

    public void EnTete(EnTeteDePaye enTete)
    {
    }

    public void Etablissement(Etablissement etablissement)
    {
    }

    public ILotDeBulletins NouveauLot() => this;

    public void Ajouter(Bulletin bulletin)
    {
        if (surBulletin is null)
            return;
        bulletin.Ordre = ++_bulletins;
        surBulletin(bulletin);
    }

    public void Bulletins(ILotDeBulletins lot)
    {
    }

    public void Nomenclature(Correspondance entree)
    {
    }

    public void Description(DescriptionDeNomenclature description)
    {
    }

    public void Repartition(RepartitionParNature ligne)
    {
    }

    public void Anomalie(Anomalie anomalie)
    {
    }
}
