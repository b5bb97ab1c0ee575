using Xemelios.Domain.Paye;

namespace Xemelios.Query.Tests.Donnees;

/// <summary>One XHL.</summary>
public sealed class VolumeDeTest
{
    private readonly Dictionary<int, int> _rangs = [];
    private int _ordre;
    private int _rang;

    public VolumeDeTest(EmployeurDeTest employeur, string nom, int periode, string? budget, string? train, int? contenant, int? numero, bool enteteSeul)
    {
        Employeur = employeur;
        Nom = nom;
        Periode = periode;
        Contenu = Entrepot.Contenu(enteteSeul ? "XHL_ENTETE" : "XHL", nom, contenant);
        Entrepot.Inserer("volume", new
        {
            contenu = Contenu, employeur = employeur.Id, periode, budget = budget ?? "", train = train ?? "", budget_code = budget,
            nom, numero, entete_seul = enteteSeul, encodage = "ISO-8859-1", employeur_nom = employeur.Nom, bulletins = 0, lignes = 0,
            agents = 0, brut = 0m, net = 0m, net_a_payer = 0m,
        });
    }

    public EmployeurDeTest Employeur { get; }

    public string Nom { get; }

    public int Periode { get; }

    public int Contenu { get; }

    private Entrepot Entrepot => Employeur.Entrepot;

    public VolumeDeTest Bulletin(string? matricule, Action<BulletinDeTest>? remplir = null, string? nom = "Martin", string? prenom = "Zoé",
        string? statut = "TITULAIRE", string? service = "Accueil", decimal? brut = null, decimal? net = null, decimal? heuresSup = null,
        string? grade = null, string? echelon = null, int? indice = 390, decimal? quotite = null)
    {
        var id = Entrepot.Id();
        var bulletin = new BulletinDeTest(this, id);
        remplir?.Invoke(bulletin);
        Entrepot.Inserer("agent", new
        {
            id, employeur = Employeur.Id, empreinte1 = id, empreinte2 = id, nom, prenom, matricule, statut = Employeur.Mot(1, statut), service = Employeur.Mot(4, service), grade = Employeur.Mot(3, grade), echelon, indice,
        });
        Entrepot.Inserer("paye_individuelle", new
        {
            id, contenu = Contenu, ordre = ++_ordre, employeur = Employeur.Id, periode = Periode, octet = 1000 * _ordre, agent = id, a_remuneration = true, quotite,
            heures_sup = heuresSup, brut = brut ?? bulletin.Brut, net, net_a_payer = net, brut_lignes = bulletin.Brut,
        });
        Entrepot.Connexion.Execute($"UPDATE volume SET bulletins = bulletins + 1, lignes = lignes + {bulletin.Lignes} WHERE contenu = {Contenu}");
        Totaliser();
        return this;
    }

    public VolumeDeTest Rubrique(string code, string? natureSalarie = null, string? natureEmployeur = null, string libelle = "")
    {
        Entrepot.Inserer("nomenclature", new { contenu = Contenu, sorte = 2, rang = Rang(2), code, libelle, nature_employeur = natureEmployeur, nature_salarie = natureSalarie });
        return this;
    }

    public VolumeDeTest Nomenclature(SorteDeNomenclature sorte, string code, string libelle)
    {
        Entrepot.Inserer("nomenclature", new { contenu = Contenu, sorte = (int)sorte, rang = Rang((int)sorte), code, libelle });
        return this;
    }

    public VolumeDeTest Repartition(string code, decimal montant, string? libelle = null)
    {
        Entrepot.Inserer("repartition", new { contenu = Contenu, rang = ++_rang, code, libelle, montant });
        return this;
    }

    /// <summary>The usual file of a commune: pay on 64111 and 64118, contributions on 6451, all with natures.</summary>
    public VolumeDeTest NaturesUsuelles() =>
        Rubrique("1000", "64111").Rubrique("2000", "64118").Rubrique("8000", "64111", "6451");

    // The totals that an import writes beside the lines.
    private void Totaliser()
    {
        Entrepot.Connexion.Execute($"""
            UPDATE volume SET agents = t.agents, brut = t.brut, net = t.net, net_a_payer = t.net
            FROM (SELECT count(DISTINCT matricule) AS agents, sum(coalesce(brut, brut_lignes)) AS brut, coalesce(sum(net), 0) AS net
                  FROM bulletin WHERE contenu = {Contenu}) t WHERE contenu = {Contenu}
            """);
        Entrepot.Connexion.Execute($"""
            UPDATE paye_individuelle SET traitement = (
                SELECT sum(l.montant) FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN rubrique r ON r.id = m.rubrique WHERE r.categorie = 1 AND l.bulletin = paye_individuelle.id)
            WHERE contenu = {Contenu}
            """);
        Entrepot.Connexion.Execute($"DELETE FROM total_de_rubrique WHERE contenu = {Contenu}");
        Entrepot.Connexion.Execute($"""
            INSERT INTO total_de_rubrique
            SELECT l.contenu, m.rubrique, b.statut, count(*), count(*) FILTER (l.montant <> 0), coalesce(sum(l.montant), 0)
            FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN bulletin b ON b.id = l.bulletin WHERE l.contenu = {Contenu} GROUP BY ALL
            """);
    }

    private int Rang(int sorte) => _rangs[sorte] = _rangs.GetValueOrDefault(sorte) + 1;
}
